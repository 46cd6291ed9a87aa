package fr.cadran.indicators.value.domain;

import static fr.cadran.indicators.value.domain.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Values over a calendar year and over four rolling quarters. */
class PeriodComputationTest {
  private static final List<String> ROLLING = List.of("2012-Q4", "2013-Q1", "2013-Q2", "2013-Q3");
  private static final List<String> YEAR = List.of("2013-Q1", "2013-Q2", "2013-Q3", "2013-Q4");

  private static List<IndicatorValue> from(String quarter, RecordBuilder... records) {
    return IndicatorComputation.computeFrom(
        IndicatorCatalogue.definitions(),
        Quarter.parse(quarter),
        Arrays.stream(records).map(RecordBuilder::build).toList());
  }

  private static IndicatorValue find(
      List<IndicatorValue> values,
      String indicator,
      ValuePeriod period,
      String quarter,
      String specialty) {
    return values.stream()
        .filter(value -> value.definition().code().equals(indicator))
        .filter(value -> value.period() == period)
        .filter(value -> value.quarter().equals(Quarter.parse(quarter)))
        .filter(value -> Objects.equals(value.specialty(), specialty))
        .reduce((one, other) -> {
          throw new AssertionError("two values of " + indicator);
        })
        .orElseThrow();
  }

  private static IndicatorValue rolling(String indicator, RecordBuilder... records) {
    return find(
        from("2010-Q1", records), indicator, ValuePeriod.ROLLING_4_QUARTERS, "2013-Q3", null);
  }

  private static IndicatorValue year(String indicator, RecordBuilder... records) {
    return find(from("2010-Q1", records), indicator, ValuePeriod.YEAR, "2013-Q4", null);
  }

  private static RecordBuilder[] each(
      List<String> quarters,
      Figure figure,
      String first,
      String second,
      String third,
      String fourth) {
    List<String> values = List.of(first, second, third, fourth);
    RecordBuilder[] records = new RecordBuilder[quarters.size()];
    for (int at = 0; at < records.length; at++) {
      records[at] = record(quarters.get(at), 1).with(figure, values.get(at));
    }
    return records;
  }

  @Test
  void a_rate_over_four_quarters_is_the_ratio_of_the_sums() {
    RecordBuilder[] records = each(ROLLING, Figure.CALLS_ANSWERED, "90", "80", "70", "60");
    for (RecordBuilder one : records) {
      one.with(Figure.CALLS_RECEIVED, "100");
    }
    IndicatorValue rate = rolling("taux-decroche", records);
    assertThat(rate.numerator()).isEqualTo(Rational.of(300));
    assertThat(rate.denominator()).isEqualTo(Rational.of(400));
    assertThat(rate.value()).isEqualTo(Rational.of(3, 4));
    assertThat(rate.trace().formula()).isEqualTo("appelsDecroches ÷ appelsRecus");
    assertThat(rate.trace().substituted())
        .isEqualTo("(90 + 80 + 70 + 60) ÷ (100 + 100 + 100 + 100)");
    assertThat(rate.trace().inputs())
        .extracting(input -> input.source().quarter() + " " + input.name())
        .startsWith("2012-Q4 appelsDecroches", "2012-Q4 appelsRecus", "2013-Q1 appelsDecroches")
        .hasSize(8);
    assertThat(rate.trace().parameters())
        .containsExactly(
            new TracedParameter(
                "period.rule",
                "RATIO_OF_SUMS",
                "somme des numérateurs ÷ somme des dénominateurs — sum of the numerators ÷ sum of"
                    + " the denominators"));
    assertThat(rate.inputs())
        .extracting(source -> source.quarter().toString())
        .containsExactlyElementsOf(ROLLING);
  }

  @Test
  void an_absent_quarter_leaves_the_period_without_value_and_is_named_once() {
    IndicatorValue rate =
        rolling(
            "taux-non-venue",
            record("2012-Q4", 1).with(Figure.APPOINTMENTS, "1"),
            record("2013-Q3", 1).with(Figure.APPOINTMENTS, "1"));
    assertThat(rate.value()).isNull();
    assertThat(rate.missingReason())
        .isEqualTo(
            "MISSING_INPUT: passages 2012-Q4, withoutAppointment 2012-Q4, quarterly-data 2013-Q1,"
                + " quarterly-data 2013-Q2, passages 2013-Q3, withoutAppointment 2013-Q3");
    assertThat(rate.trace().substituted()).isNull();
  }

  @Test
  void a_year_stands_at_its_fourth_quarter_even_before_that_one_is_known() {
    List<IndicatorValue> values =
        from("2010-Q1", record("2013-Q2", 1).with(Figure.OPTION_MEMBERSHIPS, "5"));
    assertThat(find(values, "adhesions", ValuePeriod.YEAR, "2013-Q4", null).missingReason())
        .isEqualTo(
            "MISSING_INPUT: quarterly-data 2013-Q1, quarterly-data 2013-Q3, quarterly-data 2013-Q4");
    assertThat(values)
        .filteredOn(value -> value.definition().code().equals("adhesions"))
        .extracting(value -> value.period() + " " + value.quarter())
        .containsExactly("QUARTER 2013-Q2", "ROLLING_4_QUARTERS 2013-Q2", "YEAR 2013-Q4");
  }

  @Test
  void counts_add_up_and_a_state_is_the_mean_of_its_quarters() {
    assertThat(
            year("adhesions", each(YEAR, Figure.OPTION_MEMBERSHIPS, "10", "20", "30", "40"))
                .value())
        .isEqualTo(Rational.of(100));
    RecordBuilder[] hours = each(YEAR, Figure.OPEN_HOURS_MONDAY_MORNING, "4", "4", "3", "3");
    for (RecordBuilder one : hours) {
      for (Figure figure : Figure.values()) {
        if (figure.path().startsWith("openingHours.")
            && figure != Figure.OPEN_HOURS_MONDAY_MORNING) {
          one.with(figure, "0");
        }
      }
    }
    IndicatorValue week = year("amplitude-horaire", hours);
    assertThat(week.value()).isEqualTo(Rational.of(7, 2));
    assertThat(week.trace().substituted()).endsWith(") ÷ 4");
    assertThat(week.trace().parameters())
        .extracting(TracedParameter::value)
        .containsExactly("MEAN");
    IndicatorValue quarter =
        find(from("2010-Q1", hours), "amplitude-horaire", ValuePeriod.QUARTER, "2013-Q4", null);
    assertThat(quarter.value()).isEqualTo(Rational.of(3));
    assertThat(quarter.trace().parameters()).isEmpty();
  }

  @Test
  void memberships_of_the_year_are_compared_with_the_mean_number_of_patients() {
    RecordBuilder[] records = each(YEAR, Figure.OPTION_MEMBERSHIPS, "10", "20", "30", "40");
    for (int at = 0; at < records.length; at++) {
      records[at].with(Figure.WITH_MEDECIN_TRAITANT, List.of("800", "900", "1000", "1300").get(at));
    }
    IndicatorValue rate = year("taux-adhesion", records);
    assertThat(rate.value()).isEqualTo(Rational.of(1, 10));
    assertThat(rate.denominator()).isEqualTo(Rational.of(1000));
    assertThat(rate.trace().substituted())
        .isEqualTo("(10 + 20 + 30 + 40) ÷ ((800 + 900 + 1000 + 1300) ÷ 4)");
  }

  @Test
  void a_mean_of_zero_is_a_zero_denominator_with_its_name() {
    RecordBuilder[] records = each(YEAR, Figure.OPTION_MEMBERSHIPS, "0", "0", "0", "0");
    for (RecordBuilder one : records) {
      one.with(Figure.WITH_MEDECIN_TRAITANT, "0");
    }
    assertThat(year("taux-adhesion", records).missingReason())
        .isEqualTo("ZERO_DENOMINATOR: withMedecinTraitant");
  }

  @Test
  void unpaid_sums_of_a_year_are_what_stands_at_its_end() {
    RecordBuilder[] records = each(YEAR, Figure.UNPAID_PATIENTS, "100", "250", "300", "400");
    for (RecordBuilder one : records) {
      one.with(Figure.TURNOVER, "10000");
    }
    IndicatorValue share = year("impayes-patients", records);
    assertThat(share.numerator()).isEqualTo(Rational.of(400));
    assertThat(share.value()).isEqualTo(Rational.of(1, 100));
  }

  @Test
  void rolling_unpaid_sums_start_after_the_quarter_before_and_need_it() {
    RecordBuilder[] records = each(ROLLING, Figure.UNPAID_PATIENTS, "900", "100", "250", "300");
    for (RecordBuilder one : records) {
      one.with(Figure.TURNOVER, "10000");
    }
    assertThat(rolling("impayes-patients", records).missingReason())
        .isEqualTo("MISSING_INPUT: unpaidPatients 2012-Q3");
    RecordBuilder[] withBefore = Arrays.copyOf(records, records.length + 1);
    withBefore[records.length] = record("2012-Q3", 1).with(Figure.UNPAID_PATIENTS, "800");
    IndicatorValue share = rolling("impayes-patients", withBefore);
    assertThat(share.numerator()).isEqualTo(Rational.of(900 - 800 + 300));
    assertThat(share.inputs()).hasSize(5);
  }

  private static RecordBuilder[] payroll(List<String> quarters, String... nonMedical) {
    RecordBuilder[] records = new RecordBuilder[quarters.size()];
    for (int at = 0; at < records.length; at++) {
      String medical = nonMedical[at];
      records[at] =
          record(quarters.get(at), 1)
              .with(Figure.NON_MEDICAL_PAYROLL, nonMedical[at])
              .with(Figure.PAYROLL_MEDECINE_GENERALE, medical)
              .with(Figure.PAYROLL_SPECIALITES, medical)
              .with(Figure.PAYROLL_DENTAIRE, "0")
              .with(Figure.PAYROLL_IMAGERIE, "0");
    }
    return records;
  }

  @Test
  void payrolls_of_a_year_are_compared_over_that_year() {
    IndicatorValue ratio = year("ratio-personnel", payroll(YEAR, "10", "20", "30", "40"));
    assertThat(ratio.numerator()).isEqualTo(Rational.of(40));
    assertThat(ratio.denominator()).isEqualTo(Rational.of(80));
    IndicatorValue rolling =
        rolling(
            "ratio-personnel",
            payroll(
                List.of("2012-Q3", "2012-Q4", "2013-Q1", "2013-Q2", "2013-Q3"),
                "70",
                "100",
                "10",
                "20",
                "30"));
    assertThat(rolling.numerator()).isEqualTo(Rational.of(100 - 70 + 30));
    assertThat(rolling.value()).isEqualTo(Rational.of(1, 2));
  }

  private static RecordBuilder bought(String quarter, PurchasesBasis basis, String purchases) {
    return record(quarter, 1)
        .purchases(basis)
        .with(Figure.PURCHASES, purchases)
        .with(Figure.TURNOVER, "1000");
  }

  @Test
  void purchases_of_several_quarters_are_those_of_each_whatever_their_basis() {
    IndicatorValue cumulative =
        year(
            "achats-ca",
            bought("2013-Q1", PurchasesBasis.CUMULATIVE, "100"),
            bought("2013-Q2", PurchasesBasis.CUMULATIVE, "220"),
            bought("2013-Q3", PurchasesBasis.CUMULATIVE, "300"),
            bought("2013-Q4", PurchasesBasis.CUMULATIVE, "400"));
    assertThat(cumulative.numerator()).isEqualTo(Rational.of(400));
    assertThat(cumulative.value()).isEqualTo(Rational.of(1, 10));
    assertThat(cumulative.trace().substituted())
        .isEqualTo(
            "(100.00 + (220.00 − 100.00) + (300.00 − 220.00) + (400.00 − 300.00)) ÷"
                + " (1000.00 + 1000.00 + 1000.00 + 1000.00)");
    IndicatorValue mixed =
        year(
            "achats-ca",
            bought("2013-Q1", PurchasesBasis.CUMULATIVE, "100"),
            bought("2013-Q2", PurchasesBasis.CUMULATIVE, "220"),
            bought("2013-Q3", PurchasesBasis.QUARTER, "80"),
            bought("2013-Q4", PurchasesBasis.QUARTER, "100"));
    assertThat(mixed.numerator()).isEqualTo(Rational.of(400));
    assertThat(mixed.trace().parameters())
        .extracting(TracedParameter::name)
        .containsExactly(
            "purchases.basis",
            "purchases.basis",
            "purchases.basis",
            "purchases.basis",
            "period.rule");
  }

  @Test
  void cumulative_purchases_after_a_quarter_on_another_basis_are_unknown() {
    assertThat(
            year(
                    "achats-ca",
                    bought("2013-Q1", PurchasesBasis.QUARTER, "100"),
                    bought("2013-Q2", PurchasesBasis.CUMULATIVE, "220"),
                    bought("2013-Q3", PurchasesBasis.CUMULATIVE, "300"),
                    bought("2013-Q4", null, "400"))
                .missingReason())
        .isEqualTo("MISSING_INPUT: purchases.basis 2013-Q1, purchases.basis 2013-Q4");
    assertThat(
            rolling(
                    "achats-ca",
                    bought("2012-Q4", PurchasesBasis.CUMULATIVE, "100"),
                    bought("2013-Q1", PurchasesBasis.CUMULATIVE, "220"),
                    bought("2013-Q2", PurchasesBasis.CUMULATIVE, "300"),
                    bought("2013-Q3", PurchasesBasis.CUMULATIVE, "400"))
                .missingReason())
        .isEqualTo("MISSING_INPUT: purchases.total 2012-Q3");
  }

  @Test
  void occupancy_over_a_year_weighs_each_quarter_by_its_capacity() {
    RecordBuilder[] records = each(YEAR, Figure.OPEN_HALF_DAYS, "10", "10", "10", "10");
    List<String> rooms = List.of("1", "1", "1", "5");
    List<String> sessions = List.of("10", "10", "10", "10");
    for (int at = 0; at < records.length; at++) {
      records[at]
          .with(Figure.MULTI_DISCIPLINE_ROOMS, "0")
          .with("DENTAIRE", Figure.ROOMS, rooms.get(at))
          .with("DENTAIRE", Figure.SESSIONS_HELD, sessions.get(at));
    }
    assertThat(year("taux-occupation", records).value()).isEqualTo(Rational.of(1, 2));
    assertThat(
            find(
                    from("2010-Q1", records),
                    "taux-occupation",
                    ValuePeriod.YEAR,
                    "2013-Q4",
                    "DENTAIRE")
                .value())
        .isEqualTo(Rational.of(1, 2));
  }

  @Test
  void a_specialty_that_lacks_in_one_quarter_has_no_value_over_the_period() {
    List<IndicatorValue> values =
        from(
            "2010-Q1",
            record("2013-Q1", 1)
                .with("DENTAIRE", Figure.ACTS, "10")
                .with("DENTAIRE", Figure.CCAM_ACTS, "1"),
            record("2013-Q2", 1).specialty("ORL"),
            record("2013-Q3", 1),
            record("2013-Q4", 1)
                .with("DENTAIRE", Figure.ACTS, "10")
                .with("DENTAIRE", Figure.CCAM_ACTS, "1"));
    assertThat(
            find(values, "part-actes-ccam", ValuePeriod.YEAR, "2013-Q4", "DENTAIRE")
                .missingReason())
        .isEqualTo(
            "MISSING_INPUT: ccamActs DENTAIRE 2013-Q2, acts DENTAIRE 2013-Q2,"
                + " ccamActs DENTAIRE 2013-Q3, acts DENTAIRE 2013-Q3");
    assertThat(find(values, "part-actes-ccam", ValuePeriod.YEAR, "2013-Q4", null).missingReason())
        .isEqualTo("MISSING_INPUT: ccamActs ORL 2013-Q2, acts ORL 2013-Q2, activity 2013-Q3");
  }

  @Test
  void revenue_is_compared_with_the_same_quarter_of_the_first_year_known() {
    RecordBuilder base = record("2011-Q3", 1).with(Figure.TURNOVER, "100");
    RecordBuilder between = record("2012-Q3", 1).with(Figure.TURNOVER, "500");
    RecordBuilder now = record("2013-Q3", 1).with(Figure.TURNOVER, "111");
    List<IndicatorValue> values = from("2010-Q1", base, between, now);
    IndicatorValue evolution =
        find(values, "evolution-recettes", ValuePeriod.QUARTER, "2013-Q3", null);
    assertThat(evolution.value()).isEqualTo(Rational.of(11, 100));
    assertThat(evolution.trace().parameters())
        .containsExactly(
            new TracedParameter(
                "baseYear",
                "2011",
                "première année des données du centre — first year of the centre's data"));
    assertThat(
            find(values, "evolution-recettes", ValuePeriod.QUARTER, "2011-Q3", null)
                .missingReason())
        .isEqualTo("MISSING_INPUT: baseYear");
  }

  @Test
  void revenue_that_shrinks_is_a_negative_evolution_with_its_flag() {
    IndicatorValue evolution =
        find(
            from(
                "2010-Q1",
                record("2012-Q3", 1).with(Figure.TURNOVER, "100"),
                record("2013-Q3", 1).with(Figure.TURNOVER, "90")),
            "evolution-recettes",
            ValuePeriod.QUARTER,
            "2013-Q3",
            null);
    assertThat(evolution.value()).isEqualTo(Rational.of(-1, 10));
    assertThat(evolution.flags()).containsExactly(IndicatorValue.Flag.NEGATIVE);
  }

  @Test
  void service_hours_that_are_not_reported_come_from_13_opening_weeks_and_the_value_says_so() {
    RecordBuilder record = record("2013-Q3", 1).with(Figure.TURNOVER_IMAGERIE, "5200");
    for (Figure figure : Figure.values()) {
      if (figure.path().startsWith("openingHours.")) {
        record.with(figure, figure == Figure.OPEN_HOURS_MONDAY_MORNING ? "4" : "0");
      }
    }
    IndicatorValue perHour =
        find(from("2010-Q1", record), "ca-horaire-imagerie", ValuePeriod.QUARTER, "2013-Q3", null);
    assertThat(perHour.value()).isEqualTo(Rational.of(100));
    assertThat(perHour.warnings()).containsExactly("HOURS_FROM_WEEKLY_OPENING");
    assertThat(perHour.trace().parameters())
        .containsExactly(new TracedParameter("semaines", "13", "Cadran: 13 weeks in a quarter"));
  }

  @Test
  void only_what_stands_at_the_quarter_or_later_is_computed() {
    List<IndicatorValue> values =
        from("2013-Q2", record("2013-Q1", 1), record("2013-Q2", 1), record("2014-Q1", 1));
    assertThat(values)
        .filteredOn(value -> value.definition().code().equals("adhesions"))
        .extracting(value -> value.period() + " " + value.quarter())
        .containsExactly(
            "QUARTER 2013-Q2",
            "ROLLING_4_QUARTERS 2013-Q2",
            "QUARTER 2014-Q1",
            "ROLLING_4_QUARTERS 2014-Q1",
            "YEAR 2013-Q4",
            "YEAR 2014-Q4");
  }
}
