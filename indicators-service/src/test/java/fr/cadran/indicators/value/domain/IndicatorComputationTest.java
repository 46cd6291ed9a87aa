package fr.cadran.indicators.value.domain;

import static fr.cadran.indicators.value.domain.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.value.domain.IndicatorValue.Flag;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndicatorComputationTest {
  private static final Quarter Q3 = Quarter.parse("2013-Q3");

  private static List<IndicatorValue> values(RecordBuilder current, RecordBuilder... earlier) {
    return IndicatorComputation.compute(
        IndicatorCatalogue.definitions(),
        current.build(),
        java.util.Arrays.stream(earlier).map(RecordBuilder::build).toList());
  }

  private static IndicatorValue value(
      List<IndicatorValue> values, String indicator, String specialty) {
    return values.stream()
        .filter(value -> value.definition().code().equals(indicator))
        .filter(value -> Objects.equals(value.specialty(), specialty))
        .reduce((one, other) -> {
          throw new AssertionError("two values of " + indicator);
        })
        .orElseThrow();
  }

  private static IndicatorValue value(
      String indicator, RecordBuilder current, RecordBuilder... earlier) {
    return value(values(current, earlier), indicator, null);
  }

  private static RecordBuilder annexeI() {
    return record("2013-Q3", 1)
        .with(Figure.APPOINTMENTS, "1410")
        .with(Figure.PASSAGES, "1500")
        .with(Figure.WITHOUT_APPOINTMENT, "300");
  }

  @Test
  void the_no_show_rate_of_1410_appointments_is_7_47ths() {
    IndicatorValue rate = value("taux-non-venue", annexeI());
    assertThat(rate.numerator()).isEqualTo(Rational.of(210));
    assertThat(rate.denominator()).isEqualTo(Rational.of(1410));
    assertThat(rate.value()).isEqualTo(Rational.of(7, 47)).hasToString("7/47");
    assertThat(rate.rounded()).isEqualTo(new BigDecimal("0.1489"));
    assertThat(rate.quarter()).isEqualTo(Q3);
    assertThat(rate.specialty()).isNull();
    assertThat(rate.missingReason()).isNull();
    assertThat(rate.flags()).isEmpty();
    assertThat(rate.warnings()).isEmpty();
    assertThat(rate.inputs()).containsExactly(new RecordSource("quarterly-data", Q3, 1));
  }

  @Test
  void the_trace_of_a_value_says_formula_figures_and_where_each_came_from() {
    Trace trace = value("taux-non-venue", annexeI()).trace();
    assertThat(trace.formula()).isEqualTo("(rdvPris − passages + sansRdv) ÷ rdvPris");
    assertThat(trace.substituted()).isEqualTo("(1410 − 1500 + 300) ÷ 1410");
    assertThat(trace.parameters()).isEmpty();
    RecordSource source = new RecordSource("quarterly-data", Q3, 1);
    assertThat(trace.inputs())
        .containsExactly(
            new TracedInput(
                "rdvPris",
                Figure.APPOINTMENTS,
                "patients.appointments",
                null,
                Rational.of(1410),
                source),
            new TracedInput(
                "passages", Figure.PASSAGES, "patients.passages", null, Rational.of(1500), source),
            new TracedInput(
                "sansRdv",
                Figure.WITHOUT_APPOINTMENT,
                "patients.withoutAppointment",
                null,
                Rational.of(300),
                source));
  }

  @Test
  void a_missing_input_gives_a_reason_and_never_zero() {
    IndicatorValue rate =
        value(
            "taux-non-venue",
            record("2013-Q3", 2)
                .with(Figure.APPOINTMENTS, "1410")
                .with(Figure.WITHOUT_APPOINTMENT, "300"));
    assertThat(rate.missingReason()).isEqualTo("MISSING_INPUT: passages");
    assertThat(rate.value()).isNull();
    assertThat(rate.rounded()).isNull();
    assertThat(rate.numerator()).isNull();
    assertThat(rate.denominator()).isNull();
    assertThat(rate.flags()).isEmpty();
    assertThat(rate.trace().substituted()).isNull();
    assertThat(rate.trace().formula()).isEqualTo("(rdvPris − passages + sansRdv) ÷ rdvPris");
    assertThat(rate.trace().inputs())
        .extracting(TracedInput::name)
        .containsExactly("rdvPris", "sansRdv");
    assertThat(rate.inputs()).containsExactly(new RecordSource("quarterly-data", Q3, 2));
  }

  @Test
  void every_missing_input_is_named() {
    assertThat(value("taux-non-venue", record("2013-Q3", 1)).missingReason())
        .isEqualTo("MISSING_INPUT: appointments, passages, withoutAppointment");
  }

  @Test
  void a_zero_denominator_gives_a_reason_beside_its_figures() {
    IndicatorValue rate =
        value(
            "taux-non-venue",
            record("2013-Q3", 1)
                .with(Figure.APPOINTMENTS, "0")
                .with(Figure.PASSAGES, "10")
                .with(Figure.WITHOUT_APPOINTMENT, "10"));
    assertThat(rate.missingReason()).isEqualTo("ZERO_DENOMINATOR: appointments");
    assertThat(rate.value()).isNull();
    assertThat(rate.numerator()).isEqualTo(Rational.ZERO);
    assertThat(rate.denominator()).isEqualTo(Rational.ZERO);
    assertThat(rate.trace().substituted()).isEqualTo("(0 − 10 + 10) ÷ 0");
    assertThat(rate.flags()).isEmpty();
  }

  @Test
  void a_negative_no_show_rate_is_published_with_a_flag() {
    IndicatorValue rate =
        value(
            "taux-non-venue",
            record("2013-Q3", 1)
                .with(Figure.APPOINTMENTS, "100")
                .with(Figure.PASSAGES, "150")
                .with(Figure.WITHOUT_APPOINTMENT, "20"));
    assertThat(rate.value()).isEqualTo(Rational.of(-3, 10));
    assertThat(rate.flags()).containsExactly(Flag.NEGATIVE);
  }

  @Test
  void a_rate_of_zero_is_a_value_without_flag() {
    IndicatorValue rate =
        value(
            "taux-non-venue",
            record("2013-Q3", 1)
                .with(Figure.APPOINTMENTS, "100")
                .with(Figure.PASSAGES, "120")
                .with(Figure.WITHOUT_APPOINTMENT, "20"));
    assertThat(rate.value()).isEqualTo(Rational.ZERO);
    assertThat(rate.flags()).isEmpty();
  }

  @Test
  void odd_negative_input_is_flagged_even_in_a_denominator() {
    IndicatorValue share =
        value(
            "taux-rejets-mutuelles",
            record("2013-Q3", 1)
                .with(Figure.REJECTED_MUTUELLES, "5")
                .with(Figure.INVOICES_SENT, "-10"));
    assertThat(share.value()).isEqualTo(Rational.of(-1, 2));
    assertThat(share.flags()).containsExactly(Flag.NEGATIVE);
    assertThat(share.trace().substituted()).isEqualTo("5 ÷ (−10)");
  }

  @Test
  void the_answer_rate_is_counted_from_calls_when_both_are_given() {
    IndicatorValue rate =
        value(
            "taux-decroche",
            record("2013-Q3", 1)
                .with(Figure.CALLS_RECEIVED, "1000")
                .with(Figure.CALLS_ANSWERED, "900")
                .with(Figure.ANSWER_RATE, "0.5"));
    assertThat(rate.value()).isEqualTo(Rational.of(9, 10));
    assertThat(rate.numerator()).isEqualTo(Rational.of(900));
    assertThat(rate.denominator()).isEqualTo(Rational.of(1000));
    assertThat(rate.warnings()).isEmpty();
    assertThat(rate.trace().formula()).isEqualTo("appelsDecroches ÷ appelsRecus");
  }

  @Test
  void the_declared_answer_rate_counts_when_a_call_count_is_missing_and_says_so() {
    IndicatorValue rate =
        value(
            "taux-decroche",
            record("2013-Q3", 1)
                .with(Figure.CALLS_RECEIVED, "1000")
                .with(Figure.ANSWER_RATE, "0.875"));
    assertThat(rate.value()).isEqualTo(Rational.of(7, 8));
    assertThat(rate.numerator()).isNull();
    assertThat(rate.denominator()).isNull();
    assertThat(rate.warnings()).containsExactly("ANSWER_RATE_DECLARED");
    assertThat(rate.flags()).isEmpty();
    assertThat(rate.trace().formula()).isEqualTo("tauxDecrocheDeclare");
    assertThat(rate.trace().substituted()).isEqualTo("87.5 %");
  }

  @Test
  void without_calls_and_rate_the_calls_are_what_is_missing() {
    assertThat(value("taux-decroche", record("2013-Q3", 1)).missingReason())
        .isEqualTo("MISSING_INPUT: callsAnswered, callsReceived");
  }

  @Test
  void no_call_received_is_a_zero_denominator_even_beside_a_declared_rate() {
    assertThat(
            value(
                    "taux-decroche",
                    record("2013-Q3", 1)
                        .with(Figure.CALLS_RECEIVED, "0")
                        .with(Figure.CALLS_ANSWERED, "0")
                        .with(Figure.ANSWER_RATE, "0.5"))
                .missingReason())
        .isEqualTo("ZERO_DENOMINATOR: callsReceived");
  }

  private static RecordBuilder twoSpecialties() {
    return record("2013-Q3", 1)
        .with("MEDECINE_GENERALE", Figure.ACTS, "1500")
        .with("MEDECINE_GENERALE", Figure.CCAM_ACTS, "150")
        .with("MEDECINE_GENERALE", Figure.REVENUE, "37500.00")
        .with("MEDECINE_GENERALE", Figure.CCAM_REVENUE, "6000.00")
        .with("CARDIOLOGIE", Figure.ACTS, "500")
        .with("CARDIOLOGIE", Figure.CCAM_ACTS, "250")
        .with("CARDIOLOGIE", Figure.REVENUE, "22500.00")
        .with("CARDIOLOGIE", Figure.CCAM_REVENUE, "18000.00");
  }

  @Test
  void ccam_shares_are_given_by_specialty_and_over_all_of_them() {
    List<IndicatorValue> values = values(twoSpecialties());
    assertThat(value(values, "part-actes-ccam", "MEDECINE_GENERALE").value())
        .isEqualTo(Rational.of(1, 10));
    assertThat(value(values, "part-actes-ccam", "CARDIOLOGIE").value())
        .isEqualTo(Rational.of(1, 2));
    IndicatorValue total = value(values, "part-actes-ccam", null);
    assertThat(total.value()).isEqualTo(Rational.of(1, 5));
    assertThat(total.numerator()).isEqualTo(Rational.of(400));
    assertThat(total.trace().substituted()).isEqualTo("(150 + 250) ÷ (1500 + 500)");
    assertThat(total.trace().inputs())
        .extracting(TracedInput::path)
        .containsExactly(
            "activity[MEDECINE_GENERALE].ccamActs",
            "activity[CARDIOLOGIE].ccamActs",
            "activity[MEDECINE_GENERALE].acts",
            "activity[CARDIOLOGIE].acts");
    assertThat(total.trace().inputs())
        .extracting(TracedInput::specialty)
        .containsExactly("MEDECINE_GENERALE", "CARDIOLOGIE", "MEDECINE_GENERALE", "CARDIOLOGIE");
    assertThat(value(values, "part-recettes-ccam", null).value()).isEqualTo(Rational.of(2, 5));
    assertThat(value(values, "part-recettes-ccam", "MEDECINE_GENERALE").trace().substituted())
        .isEqualTo("6000.00 ÷ 37500.00");
  }

  @Test
  void a_total_is_missing_when_one_specialty_lacks_a_figure_and_says_which() {
    List<IndicatorValue> values = values(twoSpecialties().with("DENTAIRE", Figure.ACTS, "40"));
    assertThat(value(values, "part-actes-ccam", null).missingReason())
        .isEqualTo("MISSING_INPUT: ccamActs DENTAIRE");
    assertThat(value(values, "part-actes-ccam", "DENTAIRE").missingReason())
        .isEqualTo("MISSING_INPUT: ccamActs DENTAIRE");
    assertThat(value(values, "part-actes-ccam", "CARDIOLOGIE").value())
        .isEqualTo(Rational.of(1, 2));
  }

  @Test
  void without_any_activity_there_is_only_a_total_that_says_so() {
    List<IndicatorValue> values = values(annexeI());
    assertThat(values)
        .filteredOn(value -> value.definition().code().equals("part-actes-ccam"))
        .singleElement()
        .extracting(IndicatorValue::missingReason)
        .isEqualTo("MISSING_INPUT: activity");
  }

  @Test
  void shares_of_outcomes_are_those_of_the_sheet() {
    List<IndicatorValue> values =
        values(
            record("2013-Q3", 1)
                .with("MEDECINE_GENERALE", Figure.HONOURED, "1200")
                .with("MEDECINE_GENERALE", Figure.CANCELLED, "110")
                .with("MEDECINE_GENERALE", Figure.NOT_HONOURED, "100"));
    assertThat(value(values, "part-rdv-annules", "MEDECINE_GENERALE").rounded())
        .isEqualTo(new BigDecimal("0.0780"));
    IndicatorValue notHonoured = value(values, "part-rdv-non-honores", null);
    assertThat(notHonoured.rounded()).isEqualTo(new BigDecimal("0.0709"));
    assertThat(notHonoured.trace().substituted()).isEqualTo("100 ÷ (1200 + 110 + 100)");
  }

  @Test
  void outcomes_that_are_all_zero_are_a_zero_denominator_with_every_name() {
    List<IndicatorValue> values =
        values(
            record("2013-Q3", 1)
                .with("DENTAIRE", Figure.HONOURED, "0")
                .with("DENTAIRE", Figure.CANCELLED, "0")
                .with("DENTAIRE", Figure.NOT_HONOURED, "0"));
    assertThat(value(values, "part-rdv-annules", "DENTAIRE").missingReason())
        .isEqualTo(
            "ZERO_DENOMINATOR: appointmentOutcomes.honoured, appointmentOutcomes.cancelled,"
                + " appointmentOutcomes.notHonoured");
  }

  @Test
  void what_only_the_ledger_knows_is_missing_until_there_is_one() {
    List<IndicatorValue> values = values(annexeI());
    for (String code :
        List.of("delai-moyen-annulation", "part-rdv-reattribues", "ouverture-plannings")) {
      IndicatorValue value = value(values, code, null);
      assertThat(value.missingReason()).isEqualTo("MISSING_INPUT: appointmentLedger");
      assertThat(value.inputs()).isEmpty();
    }
  }

  @Test
  void the_c2_to_c_ratio_is_missing_where_it_is_not_given() {
    assertThat(
            value("ratio-c2-c", record("2013-Q3", 1).with(Figure.C_CONSULTATIONS, "40"))
                .missingReason())
        .isEqualTo("MISSING_INPUT: c2");
  }

  private static RecordBuilder unpaid(String quarter, String cumulative) {
    return record(quarter, 1)
        .with(Figure.UNPAID_PATIENTS, cumulative)
        .with(Figure.TURNOVER, "100000.00");
  }

  @Test
  void a_cumulative_figure_becomes_a_quarter_figure_by_difference() {
    IndicatorValue share =
        value("impayes-patients", unpaid("2013-Q3", "2500.00"), unpaid("2013-Q2", "1500.00"));
    assertThat(share.value()).isEqualTo(Rational.of(1, 100));
    assertThat(share.trace().substituted()).isEqualTo("(2500.00 − 1500.00) ÷ 100000.00");
    assertThat(share.inputs())
        .containsExactly(
            new RecordSource("quarterly-data", Quarter.parse("2013-Q2"), 1),
            new RecordSource("quarterly-data", Q3, 1));
  }

  @Test
  void the_first_quarter_is_taken_as_it_is_whatever_the_year_before_said() {
    IndicatorValue share =
        value("impayes-patients", unpaid("2013-Q1", "1500.00"), unpaid("2012-Q4", "9000.00"));
    assertThat(share.value()).isEqualTo(Rational.of(3, 200));
    assertThat(share.trace().substituted()).isEqualTo("(1500.00 − 0.00) ÷ 100000.00");
    assertThat(share.inputs())
        .containsExactly(new RecordSource("quarterly-data", Quarter.parse("2013-Q1"), 1));
  }

  @Test
  void an_absent_previous_quarter_leaves_the_quarter_figure_unknown() {
    IndicatorValue share =
        value("impayes-patients", unpaid("2013-Q3", "2500.00"), unpaid("2013-Q1", "500.00"));
    assertThat(share.missingReason()).isEqualTo("MISSING_INPUT: unpaidPatients 2013-Q2");
  }

  @Test
  void a_previous_quarter_without_the_figure_leaves_it_unknown_too() {
    IndicatorValue share =
        value("impayes-patients", unpaid("2013-Q3", "2500.00"), record("2013-Q2", 4));
    assertThat(share.missingReason()).isEqualTo("MISSING_INPUT: unpaidPatients 2013-Q2");
    assertThat(share.inputs())
        .containsExactly(
            new RecordSource("quarterly-data", Quarter.parse("2013-Q2"), 4),
            new RecordSource("quarterly-data", Q3, 1));
  }

  @Test
  void a_cumulative_figure_that_shrinks_is_published_with_a_flag() {
    IndicatorValue share =
        value("impayes-patients", unpaid("2013-Q3", "1000.00"), unpaid("2013-Q2", "1500.00"));
    assertThat(share.value()).isEqualTo(Rational.of(-1, 200));
    assertThat(share.flags()).isEqualTo(Set.of(Flag.NEGATIVE));
  }

  @Test
  void the_unpaid_of_payers_reads_its_own_figure() {
    RecordBuilder q2 = record("2013-Q2", 1).with(Figure.UNPAID_ORGANISATIONS, "10.00");
    RecordBuilder q3 =
        record("2013-Q3", 1)
            .with(Figure.UNPAID_ORGANISATIONS, "60.00")
            .with(Figure.TURNOVER, "1000.00");
    assertThat(value("impayes-organismes", q3, q2).value()).isEqualTo(Rational.of(1, 20));
  }

  @Test
  void reject_rates_are_shares_of_all_invoices_sent() {
    List<IndicatorValue> values =
        values(
            record("2013-Q3", 1)
                .with(Figure.INVOICES_SENT, "1000")
                .with(Figure.REJECTED_SECURITE_SOCIALE, "30")
                .with(Figure.REJECTED_MUTUELLES, "50"));
    assertThat(value(values, "taux-rejets", null).value()).isEqualTo(Rational.of(2, 25));
    assertThat(value(values, "taux-rejets-securite-sociale", null).value())
        .isEqualTo(Rational.of(3, 100));
    assertThat(value(values, "taux-rejets-mutuelles", null).value()).isEqualTo(Rational.of(1, 20));
  }

  @Test
  void the_cost_of_third_party_payment_is_the_payroll_of_the_quarter_per_invoice() {
    RecordBuilder q2 = record("2013-Q2", 1).with(Figure.TIERS_PAYANT_PAYROLL, "20000.00");
    RecordBuilder q3 =
        record("2013-Q3", 1)
            .with(Figure.TIERS_PAYANT_PAYROLL, "30000.00")
            .with(Figure.INVOICES_SENT, "3000");
    IndicatorValue cost = value("cout-tiers-payant", q3, q2);
    assertThat(cost.value()).isEqualTo(Rational.of(10, 3));
    assertThat(cost.rounded()).isEqualTo(new BigDecimal("3.33"));
    assertThat(cost.definition().unit().code()).isEqualTo("€/facture");
  }

  private static RecordBuilder purchases(String quarter, String purchases, String revenue) {
    return record(quarter, 1)
        .purchases(PurchasesBasis.CUMULATIVE)
        .with(Figure.PURCHASES, purchases)
        .with(Figure.TURNOVER, revenue);
  }

  @Test
  void cumulative_purchases_are_compared_with_the_revenue_of_the_same_months() {
    IndicatorValue share =
        value(
            "achats-ca",
            purchases("2013-Q3", "30000.00", "110000.00"),
            purchases("2013-Q1", "8000.00", "90000.00"),
            purchases("2013-Q2", "19000.00", "100000.00"));
    assertThat(share.value()).isEqualTo(Rational.of(1, 10));
    assertThat(share.trace().substituted())
        .isEqualTo("30000.00 ÷ (90000.00 + 100000.00 + 110000.00)");
    assertThat(share.trace().parameters())
        .containsExactly(
            new TracedParameter(
                "purchases.basis",
                "CUMULATIVE",
                "quarterly-data 2013-Q3 version 1, finance.purchases.basis"));
    assertThat(share.inputs())
        .extracting(source -> source.quarter().toString())
        .containsExactly("2013-Q1", "2013-Q2", "2013-Q3");
  }

  @Test
  void every_quarter_of_the_year_must_be_known_for_cumulative_purchases() {
    assertThat(
            value(
                    "achats-ca",
                    purchases("2013-Q3", "30000.00", "110000.00"),
                    purchases("2013-Q2", "19000.00", "100000.00"))
                .missingReason())
        .isEqualTo("MISSING_INPUT: revenue.total 2013-Q1");
  }

  @Test
  void purchases_of_the_quarter_are_compared_with_the_revenue_of_the_quarter() {
    IndicatorValue share =
        value(
            "achats-ca",
            purchases("2013-Q3", "11000.00", "110000.00").purchases(PurchasesBasis.QUARTER));
    assertThat(share.value()).isEqualTo(Rational.of(1, 10));
    assertThat(share.trace().substituted()).isEqualTo("11000.00 ÷ 110000.00");
  }

  @Test
  void purchases_whose_months_are_not_said_give_no_ratio() {
    IndicatorValue share =
        value(
            "achats-ca",
            record("2013-Q3", 1).with(Figure.PURCHASES, "1.00").with(Figure.TURNOVER, "2.00"));
    assertThat(share.missingReason()).isEqualTo("MISSING_INPUT: purchases.basis");
  }

  @Test
  void purchases_of_each_service_are_compared_with_its_own_revenue() {
    RecordBuilder q1 = record("2013-Q1", 1).purchases(PurchasesBasis.CUMULATIVE);
    Figure[][] services = {
      {Figure.PURCHASES_MEDECINE_GENERALE, Figure.TURNOVER_MEDECINE_GENERALE},
      {Figure.PURCHASES_SPECIALITES, Figure.TURNOVER_SPECIALITES},
      {Figure.PURCHASES_DENTAIRE, Figure.TURNOVER_DENTAIRE},
      {Figure.PURCHASES_IMAGERIE, Figure.TURNOVER_IMAGERIE}
    };
    for (int i = 0; i < services.length; i++) {
      q1.with(services[i][0], String.valueOf(i + 1)).with(services[i][1], "100");
    }
    List<IndicatorValue> values = values(q1);
    List<String> codes =
        List.of(
            "achats-ca-medecine-generale",
            "achats-ca-specialites",
            "achats-ca-dentaire",
            "achats-ca-imagerie");
    for (int i = 0; i < codes.size(); i++) {
      assertThat(value(values, codes.get(i), null).value()).isEqualTo(Rational.of(i + 1, 100));
    }
  }

  @Test
  void the_record_of_the_quarter_counts_even_when_an_older_version_is_among_the_earlier_ones() {
    RecordBuilder older =
        record("2013-Q3", 1).with(Figure.CALLS_ANSWERED, "1").with(Figure.CALLS_RECEIVED, "2");
    RecordBuilder current =
        record("2013-Q3", 2).with(Figure.CALLS_ANSWERED, "3").with(Figure.CALLS_RECEIVED, "4");
    assertThat(value("taux-decroche", current, older).value()).isEqualTo(Rational.of(3, 4));
  }

  @Test
  void a_value_stands_without_a_reason_and_a_reason_without_a_value() {
    IndicatorValue sound = value("taux-non-venue", annexeI());
    assertThatThrownBy(() -> copy(sound, sound.value(), "MISSING_INPUT: passages"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> copy(sound, null, null)).isInstanceOf(IllegalArgumentException.class);
  }

  private static IndicatorValue copy(IndicatorValue from, Rational value, String missingReason) {
    return new IndicatorValue(
        from.definition(),
        from.period(),
        from.quarter(),
        from.specialty(),
        from.numerator(),
        from.denominator(),
        value,
        missingReason,
        from.flags(),
        from.warnings(),
        from.inputs(),
        from.trace());
  }
}
