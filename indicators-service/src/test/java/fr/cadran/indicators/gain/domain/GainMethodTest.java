package fr.cadran.indicators.gain.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.catalogue.domain.Provenance;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The formulas of indicators.md §4 that no source prints, each worked by hand. */
class GainMethodTest {
  /** Fields and figures, in turn. */
  private static GainRow row(String... pairs) {
    Map<GainInput, Rational> figures = new EnumMap<>(GainInput.class);
    for (int i = 0; i < pairs.length; i += 2) {
      figures.put(
          GainInput.withField(pairs[i]).orElseThrow(), Rational.of(new BigDecimal(pairs[i + 1])));
    }
    return new GainRow(null, figures);
  }

  private static RowGain only(
      GainMethod method, Period period, Map<MethodParameter, Rational> given, GainRow row) {
    return GainCalculator.calculate(method, period, given, List.of(row)).rows().getFirst();
  }

  private static RowGain only(GainMethod method, GainRow row) {
    return only(method, Period.YEAR, Map.of(), row);
  }

  @Test
  void codage_counts_the_acts_to_recode_at_the_difference_of_the_means() {
    // 100 of 1,000 acts are CCAM; at 25 % it would be 150 more; 60 − 25 = 35 euros each.
    GainRow row =
        row("acts", "1000", "ccamActs", "100", "revenue", "28500.00", "ccamRevenue", "6000.00");
    Map<MethodParameter, Rational> target =
        Map.of(MethodParameter.TARGET_CCAM_SHARE, Rational.of(1, 4));
    RowGain gain = only(GainMethod.CCAM_SHARE_GAP, Period.YEAR, target, row);
    assertThat(gain.gain()).isEqualTo(Euros.of("5250.00"));
    assertThat(gain.substituted())
        .isEqualTo(
            "max(0 ; max(0 ; 25 % − 100 ÷ 1000) × 1000 × (6000.00 ÷ 100 − (28500.00 − 6000.00) ÷"
                + " (1000 − 100)))");
    assertThat(only(GainMethod.CCAM_SHARE_GAP, row).missingReason())
        .isEqualTo("MISSING_PARAMETER: targetCcamShare");
    // Acts that bring less than the others are no gain.
    GainRow cheap =
        row("acts", "1000", "ccamActs", "100", "revenue", "28500.00", "ccamRevenue", "1000.00");
    assertThat(only(GainMethod.CCAM_SHARE_GAP, Period.YEAR, target, cheap).gain())
        .isEqualTo(Euros.ZERO);
    GainRow allCcam =
        row("acts", "10", "ccamActs", "10", "revenue", "600.00", "ccamRevenue", "600.00");
    assertThat(only(GainMethod.CCAM_SHARE_GAP, Period.YEAR, target, allCcam).missingReason())
        .isEqualTo("ZERO_DENOMINATOR: acts, ccamActs");
  }

  @Test
  void occupation_counts_the_sessions_up_to_the_target() {
    // 28 of 40 sessions a week; 32 at 80 %; 92,400 ÷ (28 × 11) = 300 euros a session; 4 × 300 × 11.
    GainRow row =
        row("rooms", "4", "openHalfDays", "10", "sessionsHeld", "28", "revenue", "92400.00");
    RowGain gain = only(GainMethod.OCCUPANCY_GAP, Period.QUARTER, Map.of(), row);
    assertThat(gain.gain()).isEqualTo(Euros.of("13200.00"));
    assertThat(gain.steps())
        .extracting(GainStep::name, GainStep::value)
        .contains(
            tuple("capaciteHebdomadaire", Rational.of(40)),
            tuple("vacationsRegagneesParSemaine", Rational.of(4)),
            tuple("recettesParVacation", Rational.of(300)));
    assertThat(only(GainMethod.OCCUPANCY_GAP, Period.UNSPECIFIED, Map.of(), row).missingReason())
        .isEqualTo("MISSING_PARAMETER: weeks");
    assertThat(
            only(
                    GainMethod.OCCUPANCY_GAP,
                    Period.UNSPECIFIED,
                    Map.of(MethodParameter.WEEKS, Rational.of(12)),
                    row)
                .gain())
        .isEqualTo(Euros.of("13200.00"));
  }

  @Test
  void weeks_follow_the_period() {
    assertThat(
            List.of(
                MethodParameter.WEEKS.presetFor(Period.WEEK).value(),
                MethodParameter.WEEKS.presetFor(Period.QUARTER).value(),
                MethodParameter.WEEKS.presetFor(Period.YEAR).value()))
        .containsExactly(Rational.ONE, Rational.of(11), Rational.of(44));
  }

  @Test
  void a_service_gains_what_its_charges_lack() {
    GainRow row = row("revenue", "180000.00", "charges", "200000.00");
    for (GainMethod method :
        List.of(GainMethod.IMAGING_COVERAGE_GAP, GainMethod.DENTAL_COVERAGE_GAP)) {
      assertThat(only(method, row).gain()).isEqualTo(Euros.of("20000.00"));
      assertThat(
              only(
                      method,
                      Period.YEAR,
                      Map.of(MethodParameter.TARGET_COVERAGE, Rational.of(11, 10)),
                      row)
                  .gain())
          .isEqualTo(Euros.of("40000.00"));
      assertThat(only(method, row("revenue", "200000.00", "charges", "180000.00")).gain())
          .isEqualTo(Euros.ZERO);
    }
  }

  @Test
  void impayes_adds_unpaid_bills_and_rejections_that_are_never_recovered() {
    // (3 % − 1 %) × 400,000 = 8,000; (900 − 5 % of 10,000) × 40 × 50 % = 8,000.
    GainRow row =
        row(
            "unpaid",
            "12000.00",
            "revenue",
            "400000.00",
            "invoicesSent",
            "10000",
            "invoicesRejected",
            "900");
    RowGain gain = only(GainMethod.UNPAID_AND_REJECTED, row);
    assertThat(gain.gain()).isEqualTo(Euros.of("16000.00"));
    GainRow within =
        row(
            "unpaid",
            "4000.00",
            "revenue",
            "400000.00",
            "invoicesSent",
            "10000",
            "invoicesRejected",
            "500");
    assertThat(only(GainMethod.UNPAID_AND_REJECTED, within).gain()).isEqualTo(Euros.ZERO);
  }

  @Test
  void prelevements_counts_the_files_at_the_best_subsidy_negotiated() {
    // 4,800 ÷ 1,000 = 4.80 a file; 3.20 more for each of 1,000.
    assertThat(only(GainMethod.SUBSIDY_GAP, row("subsidy", "4800.00", "files", "1000")).gain())
        .isEqualTo(Euros.of("3200.00"));
  }

  @Test
  void coordination_counts_46_euros_for_who_is_eligible_and_no_member() {
    assertThat(
            only(GainMethod.ELIGIBLE_NOT_MEMBERS, row("eligiblePatients", "500", "members", "150"))
                .gain())
        .isEqualTo(Euros.of("16100.00"));
    assertThat(
            only(GainMethod.ELIGIBLE_NOT_MEMBERS, row("eligiblePatients", "100", "members", "150"))
                .gain())
        .isEqualTo(Euros.ZERO);
  }

  @Test
  void ratios_above_their_target_gain_the_excess() {
    assertThat(
            only(
                    GainMethod.PURCHASES_RATIO_GAP,
                    Period.YEAR,
                    Map.of(MethodParameter.TARGET_PURCHASES, Rational.of(1, 20)),
                    row("purchases", "30000.00", "revenue", "400000.00"))
                .gain())
        .isEqualTo(Euros.of("10000.00"));
    assertThat(
            only(
                    GainMethod.PAYROLL_RATIO_GAP,
                    Period.YEAR,
                    Map.of(MethodParameter.TARGET_PAYROLL_RATIO, Rational.of(4, 5)),
                    row("nonMedicalPayroll", "90000.00", "medicalPayroll", "100000.00"))
                .gain())
        .isEqualTo(Euros.of("10000.00"));
    assertThat(
            only(
                    GainMethod.PURCHASES_RATIO_GAP,
                    row("purchases", "30000.00", "revenue", "400000.00"))
                .missingReason())
        .isEqualTo("MISSING_PARAMETER: targetPurchases");
  }

  @Test
  void every_levier_but_the_status_alone_has_a_method_with_its_texts() {
    Set<String> codes = new HashSet<>();
    for (GainMethod method : GainMethod.values()) {
      assertThat(codes.add(method.code())).as(method.code()).isTrue();
      assertThat(GainMethod.withCode(method.code())).contains(method);
      assertThat(method.description().fr()).isNotEqualTo(method.description().en());
      assertThat(method.provenance())
          .isEqualTo(method == GainMethod.BAO_2014 ? Provenance.PRINTED : Provenance.OURS);
    }
    for (Levier levier : Levier.values()) {
      assertThat(GainMethod.of(levier).isEmpty())
          .as(levier.name())
          .isEqualTo(levier == Levier.REMUNERATION);
    }
    for (MethodParameter parameter : MethodParameter.values()) {
      assertThat(MethodParameter.withCode(parameter.code())).contains(parameter);
    }
  }

  /** A formula that read something else could never be computed. */
  @Test
  void a_method_declares_what_its_formula_reads() {
    for (GainMethod method : GainMethod.values()) {
      Set<String> declared = new HashSet<>();
      method.inputs().forEach(input -> declared.add(input.variable().name()));
      method.parameters().forEach(parameter -> declared.add(parameter.variable().name()));
      assertThat(method.formulas().gain().variables())
          .as(method.code())
          .allSatisfy(variable -> assertThat(declared).contains(variable.name()));
    }
  }
}
