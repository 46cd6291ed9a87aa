package fr.cadran.indicators.gain.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gain whose target is found only when it is read. */
class CompletedGainTest {
  private static final GainRow CENTRE =
      new GainRow(
          null,
          Map.of(
              GainInput.PURCHASES, Rational.of(14_000), GainInput.REVENUE, Rational.of(100_000)));

  private static PotentialGain without(GainMethod method, GainRow row) {
    return GainCalculator.calculate(method, Period.QUARTER, Map.of(), List.of(row));
  }

  @Test
  void a_target_completes_what_lacked_only_it() {
    PotentialGain before = without(GainMethod.PURCHASES_RATIO_GAP, CENTRE);
    assertThat(before.total()).isNull();
    assertThat(before.rows().getFirst().missingReason()).startsWith("MISSING_PARAMETER");

    GainParameter median =
        new GainParameter(MethodParameter.TARGET_PURCHASES, Rational.of(12, 100), "médiane");
    PotentialGain after = GainCalculator.completed(before, median);

    assertThat(after.levier()).isEqualTo(Levier.ACHATS);
    assertThat(after.period()).isEqualTo(Period.QUARTER);
    assertThat(after.parameters()).containsExactly(median);
    assertThat(after.total()).isEqualTo(Euros.of("2000.00"));
  }

  @Test
  void the_parameters_that_were_read_stay_beside_the_new_one() {
    PotentialGain before = without(GainMethod.OCCUPANCY_GAP, new GainRow("ORL", Map.of()));
    PotentialGain after =
        GainCalculator.completed(
            before, new GainParameter(MethodParameter.TARGET_OCCUPANCY, Rational.ONE, "plan"));

    assertThat(after.parameters())
        .extracting(GainParameter::parameter)
        .containsExactlyInAnyOrderElementsOf(
            before.parameters().stream().map(GainParameter::parameter).toList());
    assertThat(after.parameters()).extracting(GainParameter::source).contains("plan", "Cadran");
  }

  @Test
  void a_gain_kept_before_parameters_were_written_down_had_the_defaults() {
    PotentialGain known = without(GainMethod.OCCUPANCY_GAP, new GainRow("ORL", Map.of()));
    PotentialGain old =
        new PotentialGain(known.levier(), known.method(), known.period(), null, known.rows());

    assertThat(old.parameters())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(known.parameters());
  }

  @Test
  void amounts_and_bounds_are_as_they_are_said() {
    assertThat(GainInput.REVENUE.isAmount()).isTrue();
    assertThat(GainInput.PURCHASES.isAmount()).isTrue();
    assertThat(GainInput.ACTS.isAmount()).isFalse();
    assertThat(GainInput.FILES.isAmount()).isFalse();
    assertThat(MethodParameter.TARGET_SUBSIDY.most()).isEqualTo(Rational.of(1000));
    assertThat(MethodParameter.TARGET_OCCUPANCY.most()).isEqualTo(Rational.ONE);
  }
}
