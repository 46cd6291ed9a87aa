package fr.cadran.indicators.practitionerrecap.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.List;
import org.junit.jupiter.api.Test;

class PractitionerRecapTest {
  private static PractitionerQuarter row(String quarter, Integer hours, Integer acts) {
    return new PractitionerQuarter(
        "p1",
        Quarter.parse(quarter),
        1,
        hours == null ? null : Rational.of(hours),
        acts == null ? null : Rational.of(acts),
        null,
        Rational.of(100));
  }

  @Test
  void sums_cover_the_reported_quarters_and_the_others_are_named() {
    PractitionerRecap recap =
        PractitionerRecap.of(2013, List.of(row("2013-Q4", 10, 30), row("2013-Q1", 15, 20)))
            .getFirst();
    assertThat(recap.quarters())
        .extracting(PractitionerQuarter::quarter)
        .containsExactly(Quarter.parse("2013-Q1"), Quarter.parse("2013-Q4"));
    assertThat(recap.missingQuarters())
        .containsExactly(Quarter.parse("2013-Q2"), Quarter.parse("2013-Q3"));
    assertThat(recap.medicalHours().value()).isEqualTo(Rational.of(25));
    assertThat(recap.medicalHours().missingReason()).isNull();
    assertThat(recap.acts().value()).isEqualTo(Rational.of(50));
    assertThat(recap.revenue().value()).isEqualTo(Rational.of(200));
    assertThat(recap.revenuePerHour().value()).isEqualTo(Rational.of(8));
    assertThat(recap.actsPerHour().value()).isEqualTo(Rational.of(2));
  }

  @Test
  void a_figure_that_one_quarter_lacks_is_unknown_over_the_year_and_says_where() {
    PractitionerRecap recap =
        PractitionerRecap.of(2013, List.of(row("2013-Q1", null, 20), row("2013-Q2", 15, null)))
            .getFirst();
    assertThat(recap.medicalHours().value()).isNull();
    assertThat(recap.medicalHours().missingReason())
        .isEqualTo("MISSING_INPUT: medicalHours 2013-Q1");
    assertThat(recap.actsPerHour().missingReason())
        .isEqualTo("MISSING_INPUT: acts 2013-Q2, medicalHours 2013-Q1");
    assertThat(recap.quarters().getFirst().revenuePerHour().missingReason())
        .isEqualTo("MISSING_INPUT: medicalHours");
    assertThat(recap.quarters().getLast().revenuePerHour().value()).isEqualTo(Rational.of(20, 3));
    assertThat(recap.quarters().getLast().actsPerHour().missingReason())
        .isEqualTo("MISSING_INPUT: acts");
  }

  @Test
  void no_hour_of_care_is_a_zero_denominator() {
    PractitionerRecap recap = PractitionerRecap.of(2013, List.of(row("2013-Q1", 0, 20))).getFirst();
    assertThat(recap.revenuePerHour().value()).isNull();
    assertThat(recap.revenuePerHour().missingReason()).isEqualTo("ZERO_DENOMINATOR: medicalHours");
  }

  @Test
  void each_practitioner_has_a_recap_and_nobody_is_there_when_nobody_was_reported() {
    PractitionerQuarter other =
        new PractitionerQuarter(
            "p0", Quarter.parse("2013-Q2"), 1, null, null, Rational.of(3), null);
    assertThat(PractitionerRecap.of(2013, List.of(row("2013-Q1", 1, 1), other)))
        .extracting(PractitionerRecap::practitioner)
        .containsExactly("p0", "p1");
    assertThat(PractitionerRecap.of(2013, List.of())).isEmpty();
  }
}
