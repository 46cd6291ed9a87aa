package fr.cadran.contracts.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.Verification;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.indicator.domain.AchievementScale;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.IndicatorRules;
import fr.cadran.contracts.indicator.domain.IndicatorType;
import fr.cadran.contracts.indicator.domain.Interval;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked figures of cpts.md §5 and §6, to the cent. */
class PaymentCalculatorTest {
  private static final LocalDate SIGNED = LocalDate.parse("2022-03-01");
  private static final LocalDate STARTED = LocalDate.parse("2022-09-01");
  private static final LocalDate ANNIVERSARY = LocalDate.parse("2023-03-01");
  private static final LocalDate TERM = LocalDate.parse("2027-03-01");

  static ContractFacts.StartedMission mission(
      FundingLine line, LocalDate on, ContractIndicator... indicators) {
    return new ContractFacts.StartedMission(
        line, on, null, false, false, List.of(new ContractFacts.Annex(1, List.of(indicators))));
  }

  static ContractFacts.Closing closing(LocalDate on, Map<String, String> accessValues) {
    Map<ContractFacts.IndicatorKey, Result> results = new HashMap<>();
    accessValues.forEach((code, value) ->
        results.put(
            new ContractFacts.IndicatorKey(FundingLine.ACCES_SOINS, code),
            new Result.Measured(Rational.of(new java.math.BigDecimal(value)))));
    return new ContractFacts.Closing(on, results, null);
  }

  private static ContractFacts example(FundingTable table) {
    return ContractFacts.signed(SIGNED, table, 2)
        .withMission(
            mission(
                FundingLine.ACCES_SOINS,
                STARTED,
                Indicators.result("patients-parcours")
                    .from("0")
                    .to("15")
                    .on(Indicators.SEED_003_BANDS)
                    .agreed()));
  }

  private static List<String> shown(List<LedgerLine> lines) {
    return lines.stream()
        .map(line ->
            "%d %s %s %s %s %s"
                .formatted(
                    line.envelope().contractYear(),
                    line.envelope().line(),
                    line.envelope().volet(),
                    line.kind(),
                    line.dueOn(),
                    line.amount()))
        .toList();
  }

  private static Euros sum(List<LedgerLine> lines, EnvelopeKey key) {
    return lines.stream()
        .filter(line -> line.envelope().equals(key))
        .map(LedgerLine::amount)
        .reduce(Euros.ZERO, Euros::plus);
  }

  @Test
  void the_worked_example_pays_6508_56_ahead_and_2169_52_at_the_anniversary() {
    ContractFacts facts =
        example(Tables.ACI_2019)
            .withClosing(1, closing(ANNIVERSARY, Map.of("patients-parcours", "10")));

    assertThat(shown(new PaymentCalculator(facts).due(List.of(), ANNIVERSARY)))
        .containsExactly(
            "1 FONCTIONNEMENT FONCTIONNEMENT FULL 2022-03-01 60000.00",
            "1 ACCES_SOINS FIXE ADVANCE 2022-09-01 6508.56",
            "1 ACCES_SOINS FIXE BALANCE 2023-03-01 2169.52",
            "1 ACCES_SOINS VARIABLE FULL 2023-03-01 6508.56",
            "2 FONCTIONNEMENT FONCTIONNEMENT ADVANCE 2023-03-01 45000.00",
            "2 ACCES_SOINS FIXE ADVANCE 2023-03-01 13125.00");
  }

  @Test
  void by_months_the_advance_is_6562_50() {
    FundingTable months = Tables.with(Tables.ACI_2019, RuleName.PRORATION, "MONTHS");

    assertThat(shown(new PaymentCalculator(example(months)).due(List.of(), STARTED)))
        .containsExactly(
            "1 FONCTIONNEMENT FONCTIONNEMENT FULL 2022-03-01 60000.00",
            "1 ACCES_SOINS FIXE ADVANCE 2022-09-01 6562.50");
  }

  @Test
  void an_advance_explains_itself_with_what_it_read() {
    LedgerLine advance =
        new PaymentCalculator(example(Tables.ACI_2019)).due(List.of(), STARTED).getLast();

    Explanation why = advance.explanation();
    assertThat(why.rule()).isEqualTo(PaymentRule.FIXE_AVANCE);
    assertThat(why.formula()).isEqualTo("enveloppe × jours ÷ joursAnnee × tauxAvance");
    assertThat(why.substituted()).isEqualTo("17500.00 × 181 ÷ 365 × 0.75");
    assertThat(why.unrounded()).isEqualTo(Rational.of(17500L * 181 * 3, 365 * 4));
    assertThat(why.amount()).isEqualTo(Euros.of("6508.56"));
    assertThat(why.entitlement()).isNull();
    assertThat(why.parameters())
        .extracting(Explanation.ParameterRead::name)
        .containsExactly("enveloppe", "proration", "advanceRate");
    assertThat(why.flags()).containsExactly("assumption");
  }

  @Test
  void a_balance_explains_the_entitlement_and_what_was_paid_before() {
    ContractFacts facts =
        example(Tables.ACI_2019)
            .withClosing(1, closing(ANNIVERSARY, Map.of("patients-parcours", "10")));
    LedgerLine balance = new PaymentCalculator(facts).due(List.of(), ANNIVERSARY).get(2);

    Explanation why = balance.explanation();
    assertThat(why.rule()).isEqualTo(PaymentRule.FIXE_SOLDE);
    assertThat(why.entitlement()).isEqualTo(Rational.of(17500L * 181, 365));
    assertThat(why.formula()).isEqualTo("arrondi(enveloppe × jours ÷ joursAnnee) − déjà versé");
    assertThat(why.substituted())
        .isEqualTo("arrondi(17500.00 × 181 ÷ 365) − 6508.56 = 8678.08 − 6508.56");
    assertThat(why.unrounded())
        .isEqualTo(Rational.of(17500L * 181, 365).minus(Euros.of("6508.56").toRational()));
    assertThat(why.earlier())
        .containsExactly(
            new Explanation.EarlierLine(PaymentKind.ADVANCE, STARTED, Euros.of("6508.56")));
  }

  @Test
  void a_variable_part_explains_each_indicator() {
    ContractFacts facts =
        example(Tables.ACI_2019)
            .withClosing(1, closing(ANNIVERSARY, Map.of("patients-parcours", "10")));
    LedgerLine variable = new PaymentCalculator(facts).due(List.of(), ANNIVERSARY).get(3);

    Explanation why = variable.explanation();
    assertThat(why.formula()).isEqualTo("enveloppe × jours ÷ joursAnnee × Σ (poids × taux payé)");
    assertThat(why.substituted()).isEqualTo("17500.00 × 181 ÷ 365 × (1 × 0.75)");
    assertThat(why.parts()).hasSize(1);
    Explanation.Part part = why.parts().getFirst();
    assertThat(part.value()).isEqualTo(Rational.of(10));
    assertThat(part.target()).isEqualTo(Rational.of(15));
    assertThat(part.achievement()).isEqualTo(Rational.of(2, 3));
    assertThat(part.formula()).isEqualTo("valeur ÷ cible");
    assertThat(part.substituted()).isEqualTo("10 ÷ 15");
    assertThat(part.reading()).isEqualTo("tranche ]0.5 ; 0.75] : 0.75");
    assertThat(part.paidRate()).isEqualTo(Rational.of(3, 4));
    assertThat(part.share()).isEqualTo(Rational.ONE);
    assertThat(part.unrounded()).isEqualTo(why.unrounded());
    assertThat(part.amount()).isEqualTo(Euros.of("6508.56"));
    assertThat(why.parameters())
        .extracting(Explanation.ParameterRead::name)
        .containsExactly("enveloppe", "proration", "variableFirstYear");
    assertThat(why.earlier()).isEmpty();
  }

  @Test
  void a_year_without_a_target_leaves_its_variable_part_open_with_the_reason() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withMission(
                mission(
                    FundingLine.ACCES_SOINS,
                    SIGNED,
                    Indicators.result("a").toInYear(1, "15").agreed()))
            .withClosing(1, closing(ANNIVERSARY, Map.of("a", "15")))
            .withClosing(2, closing(ANNIVERSARY.plusYears(1), Map.of("a", "15")))
            .withClosing(3, closing(ANNIVERSARY.plusYears(2), Map.of()));

    assertThat(new PaymentCalculator(facts).open())
        .containsExactly(
            new OpenEnvelope(
                new EnvelopeKey(2, FundingLine.ACCES_SOINS, Volet.VARIABLE),
                "TARGET_NOT_SET",
                List.of("a")),
            new OpenEnvelope(
                new EnvelopeKey(3, FundingLine.ACCES_SOINS, Volet.VARIABLE),
                "VALUE_MISSING",
                List.of("a")));
  }

  @ParameterizedTest
  @CsvSource({"1, 220000.00", "2, 287000.00", "3, 370000.00", "4, 450000.00"})
  void a_full_year_with_everything_reached_pays_the_possible_total(int size, String total) {
    ContractFacts facts = ContractFacts.signed(SIGNED, Tables.ACI_2019, size);
    Map<ContractFacts.IndicatorKey, Result> reached = new HashMap<>();
    for (FundingLine line : FundingLine.values()) {
      if (line.isMission() && line != FundingLine.CRISE_SANITAIRE) {
        boolean access = line == FundingLine.ACCES_SOINS;
        facts =
            facts.withMission(
                new ContractFacts.StartedMission(
                    line,
                    SIGNED,
                    null,
                    access,
                    access,
                    List.of(
                        new ContractFacts.Annex(
                            1, List.of(Indicators.result("r").to("10").agreed())))));
        reached.put(
            new ContractFacts.IndicatorKey(line, "r"), new Result.Measured(Rational.of(10)));
      }
    }
    facts = facts.withClosing(1, new ContractFacts.Closing(ANNIVERSARY, reached, null));

    Euros paid =
        new PaymentCalculator(facts)
            .due(List.of(), ANNIVERSARY).stream()
                .filter(line -> line.envelope().contractYear() == 1)
                .map(LedgerLine::amount)
                .reduce(Euros.ZERO, Euros::plus);
    assertThat(paid).isEqualTo(Euros.of(total));
  }

  /** cpts.md §6: weights of a real size-3 year under the table of avenant 2, in k€. */
  @ParameterizedTest
  @CsvSource({
    "ACCES_SOINS, 9 5 3 5 2 3 5 3, 35000.00",
    "PARCOURS, 20 14 11, 45000.00",
    "PREVENTION, 3.5 3.5 3.5 0.5 1 0.9 0.9 0.9 0.9 0.9 0.5 0.5, 17500.00",
    "QUALITE, 15, 15000.00",
    "ACCOMPAGNEMENT, 10, 10000.00"
  })
  void the_weights_of_a_real_year_make_up_each_variable_envelope(
      FundingLine line, String weights, String envelope) {
    String[] thousands = weights.split(" ", -1);
    List<ContractIndicator> indicators =
        IntStream.range(0, thousands.length)
            .mapToObj(i ->
                Indicators.result("i" + i)
                    .to("10")
                    .weighingEuros(
                        new java.math.BigDecimal(thousands[i]).movePointRight(3).toPlainString())
                    .agreed())
            .toList();
    assertThat(
            IndicatorRules.errorsOf(
                indicators,
                Tables.ACI_2022.amount(line, Volet.VARIABLE, 3).orElseThrow().amount(),
                5,
                ""))
        .isEmpty();

    Map<ContractFacts.IndicatorKey, Result> reached = new HashMap<>();
    indicators.forEach(one ->
        reached.put(
            new ContractFacts.IndicatorKey(line, one.code()),
            new Result.Measured(Rational.of(10))));
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2022, 3)
            .withMission(mission(line, SIGNED, indicators.toArray(ContractIndicator[]::new)))
            .withClosing(1, new ContractFacts.Closing(ANNIVERSARY, reached, null));
    LedgerLine variable =
        new PaymentCalculator(facts)
            .due(List.of(), ANNIVERSARY).stream()
                .filter(paid -> paid.envelope().volet() == Volet.VARIABLE)
                .findFirst()
                .orElseThrow();
    assertThat(variable.amount()).isEqualTo(Euros.of(envelope));
    assertThat(variable.explanation().parts())
        .extracting(part -> part.amount().toRational())
        .containsExactlyElementsOf(
            IntStream.range(0, thousands.length)
                .mapToObj(i ->
                    Rational.of(new java.math.BigDecimal(thousands[i])).times(Rational.of(1000)))
                .toList());
    assertThat(variable.explanation().flags()).containsExactly("to-verify");
  }

  @Test
  void the_five_variable_envelopes_of_that_year_are_122_5_k() {
    assertThat(
            java.util.stream.Stream.of(FundingLine.values())
                .flatMap(line -> Tables.ACI_2022.amount(line, Volet.VARIABLE, 3).stream())
                .map(amount -> amount.amount())
                .reduce(Euros.ZERO, Euros::plus))
        .isEqualTo(Euros.of("122500.00"));
  }

  @Test
  void means_are_engaged_or_not_and_what_was_advanced_beyond_is_recovered() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withMission(
                mission(
                    FundingLine.ACCES_SOINS,
                    SIGNED,
                    Indicators.means("m1").weighing(Rational.of(2, 5)).agreed(),
                    Indicators.means("m2").weighing(Rational.of(3, 5)).agreed()))
            .withClosing(
                1,
                new ContractFacts.Closing(
                    ANNIVERSARY,
                    Map.of(
                        new ContractFacts.IndicatorKey(FundingLine.ACCES_SOINS, "m1"),
                        new Result.Means(true),
                        new ContractFacts.IndicatorKey(FundingLine.ACCES_SOINS, "m2"),
                        new Result.Means(false)),
                    null));

    assertThat(shown(new PaymentCalculator(facts).due(List.of(), ANNIVERSARY)))
        .contains(
            "1 ACCES_SOINS FIXE ADVANCE 2022-03-01 13125.00",
            "1 ACCES_SOINS FIXE RECOVERY 2023-03-01 -6125.00");
  }

  @Test
  void running_costs_are_whole_until_a_mission_has_started() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withMission(mission(FundingLine.PARCOURS, LocalDate.parse("2024-03-01")));

    assertThat(
            shown(new PaymentCalculator(facts).due(List.of(), LocalDate.parse("2024-03-01")))
                .stream()
                .filter(line -> line.contains("FONCTIONNEMENT FONCTIONNEMENT")))
        .containsExactly(
            "1 FONCTIONNEMENT FONCTIONNEMENT FULL 2022-03-01 60000.00",
            "2 FONCTIONNEMENT FONCTIONNEMENT FULL 2023-03-01 60000.00",
            "3 FONCTIONNEMENT FONCTIONNEMENT ADVANCE 2024-03-01 45000.00");
  }

  @Test
  void whole_running_costs_leave_no_line_when_their_year_is_settled() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withClosing(1, closing(ANNIVERSARY, Map.of()));

    assertThat(shown(new PaymentCalculator(facts).due(List.of(), ANNIVERSARY)))
        .containsExactly(
            "1 FONCTIONNEMENT FONCTIONNEMENT FULL 2022-03-01 60000.00",
            "2 FONCTIONNEMENT FONCTIONNEMENT FULL 2023-03-01 60000.00");
  }

  @Test
  void whole_running_costs_say_that_this_is_an_assumption_after_the_first_year() {
    List<LedgerLine> lines =
        new PaymentCalculator(ContractFacts.signed(SIGNED, Tables.ACI_2019, 2))
            .due(List.of(), ANNIVERSARY);

    assertThat(lines.getFirst().explanation().flags()).isEmpty();
    assertThat(lines.getFirst().explanation().rule()).isEqualTo(PaymentRule.FONCTIONNEMENT_ENTIER);
    assertThat(lines.getLast().explanation().flags()).containsExactly("assumption");
    assertThat(lines.getLast().explanation().parameters())
        .extracting(Explanation.ParameterRead::name)
        .containsExactly("enveloppe", "runningCostsWithoutMission");
  }

  @Test
  void running_costs_can_be_advanced_without_a_mission_where_the_rule_says_so() {
    FundingTable table =
        Tables.with(Tables.ACI_2019, RuleName.RUNNING_COSTS_WITHOUT_MISSION, "ADVANCE");

    assertThat(
            shown(
                new PaymentCalculator(ContractFacts.signed(SIGNED, table, 2))
                    .due(List.of(), ANNIVERSARY)))
        .containsExactly(
            "1 FONCTIONNEMENT FONCTIONNEMENT FULL 2022-03-01 60000.00",
            "2 FONCTIONNEMENT FONCTIONNEMENT ADVANCE 2023-03-01 45000.00");
  }

  @Test
  void the_two_lines_of_unscheduled_care_are_paid_when_the_contract_opted_for_them() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withMission(
                new ContractFacts.StartedMission(
                    FundingLine.ACCES_SOINS, STARTED, null, true, true, List.of()))
            .withClosing(1, new ContractFacts.Closing(ANNIVERSARY, Map.of(), Euros.of("10000.00")));

    assertThat(shown(new PaymentCalculator(facts).due(List.of(), ANNIVERSARY)))
        .contains(
            "1 ACCES_SOINS SNP_COMPENSATION ADVANCE 2022-09-01 4463.01",
            "1 ACCES_SOINS SNP_COMPENSATION BALANCE 2023-03-01 1487.67",
            "1 ACCES_SOINS SNP_ORIENTATION ADVANCE 2022-09-01 16736.30",
            "1 ACCES_SOINS SNP_ORIENTATION BALANCE 2023-03-01 5578.77");
    LedgerLine advance =
        new PaymentCalculator(facts)
            .due(List.of(), STARTED).stream()
                .filter(line -> line.envelope().volet() == Volet.SNP_ORIENTATION)
                .findFirst()
                .orElseThrow();
    assertThat(advance.explanation().rule()).isEqualTo(PaymentRule.SNP_AVANCE);
    assertThat(advance.explanation().parameters())
        .extracting(Explanation.ParameterRead::name)
        .containsExactly("enveloppe", "proration", "advanceRate", "snpSchedule");
  }

  @Test
  void unspent_earmarked_money_is_recovered_where_the_rule_says_so() {
    FundingTable table = Tables.with(Tables.ACI_2019, RuleName.UNSPENT_EARMARKED, "RECOVERED");
    ContractFacts facts =
        ContractFacts.signed(SIGNED, table, 2)
            .withMission(
                new ContractFacts.StartedMission(
                    FundingLine.ACCES_SOINS, STARTED, null, false, true, List.of()))
            .withClosing(1, new ContractFacts.Closing(ANNIVERSARY, Map.of(), Euros.of("10000.00")));

    List<LedgerLine> lines = new PaymentCalculator(facts).due(List.of(), ANNIVERSARY);
    EnvelopeKey key = new EnvelopeKey(1, FundingLine.ACCES_SOINS, Volet.SNP_ORIENTATION);
    assertThat(sum(lines, key)).isEqualTo(Euros.of("10000.00"));
    LedgerLine recovery =
        lines.stream()
            .filter(line -> line.envelope().equals(key))
            .reduce((one, other) -> other)
            .orElseThrow();
    assertThat(recovery.kind()).isEqualTo(PaymentKind.RECOVERY);
    assertThat(recovery.explanation().substituted())
        .isEqualTo(
            "arrondi(min(45000.00 × 181 ÷ 365 ; 10000.00)) − 16736.30 = 10000.00 − 16736.30");
  }

  @Test
  void unscheduled_care_and_crisis_can_be_paid_at_the_closing_alone() {
    FundingTable table =
        Tables.with(
            Tables.with(Tables.ACI_2022, RuleName.SNP_SCHEDULE, "AT_CLOSING"),
            RuleName.CRISIS_SCHEDULE,
            "AT_CLOSING");
    ContractFacts facts =
        ContractFacts.signed(SIGNED, table, 3)
            .withMission(mission(FundingLine.CRISE_SANITAIRE, STARTED))
            .withCrisis(LocalDate.parse("2022-12-01"))
            .withClosing(1, closing(ANNIVERSARY, Map.of()));

    assertThat(
            shown(new PaymentCalculator(facts).due(List.of(), ANNIVERSARY)).stream()
                .filter(line -> line.contains(" CRISE ")))
        .containsExactly("1 CRISE_SANITAIRE CRISE FULL 2023-03-01 67500.00");
  }

  @Test
  void a_recognised_crisis_is_paid_like_the_fixed_part_without_proration() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2022, 3)
            .withMission(mission(FundingLine.CRISE_SANITAIRE, STARTED))
            .withCrisis(LocalDate.parse("2022-12-01"))
            .withCrisis(LocalDate.parse("2022-12-15"))
            .withClosing(1, closing(ANNIVERSARY, Map.of()))
            .withClosing(2, closing(ANNIVERSARY.plusYears(1), Map.of()));

    assertThat(
            shown(new PaymentCalculator(facts).due(List.of(), ANNIVERSARY.plusYears(1))).stream()
                .filter(line -> line.contains(" CRISE ")))
        .containsExactly(
            "1 CRISE_SANITAIRE CRISE ADVANCE 2022-12-01 50625.00",
            "1 CRISE_SANITAIRE CRISE BALANCE 2023-03-01 16875.00");
  }

  @Test
  void a_termination_takes_back_what_was_advanced_for_the_time_not_run() {
    // 2023-03-01 to 2023-06-01: 92 of 366 days, since the year ends on 1 March 2024.
    ContractFacts running = example(Tables.ACI_2019);
    List<LedgerLine> before = new PaymentCalculator(running).due(List.of(), ANNIVERSARY);
    ContractFacts ended = running.endedOn(LocalDate.parse("2023-06-01"));

    List<LedgerLine> after =
        new PaymentCalculator(ended).due(before, LocalDate.parse("2023-06-01"));
    assertThat(shown(after))
        .containsExactly(
            "2 FONCTIONNEMENT FONCTIONNEMENT RECOVERY 2023-06-01 -33688.52",
            "2 ACCES_SOINS FIXE RECOVERY 2023-06-01 -9825.82");
    assertThat(after.getLast().explanation().formula())
        .isEqualTo("(enveloppe × jours ÷ joursAnnee × tauxAvance) − déjà versé");
    assertThat(after.getLast().explanation().substituted())
        .isEqualTo("(17500.00 × 92 ÷ 366 × 0.75) − 13125.00");
    assertThat(after.getLast().explanation().unrounded())
        .isEqualTo(Rational.of(17500L * 92 * 3, 366 * 4).minus(Rational.of(13125)));
    assertThat(after.getLast().explanation().rule()).isEqualTo(PaymentRule.REPRISE_FIN_ANTICIPEE);

    List<LedgerLine> all = new ArrayList<>(before);
    all.addAll(after);
    assertThat(new PaymentCalculator(ended).due(all, TERM)).isEmpty();
  }

  @Test
  void a_year_that_was_advanced_and_never_runs_is_taken_back_whole() {
    ContractFacts running = example(Tables.ACI_2019);
    List<LedgerLine> before = new PaymentCalculator(running).due(List.of(), ANNIVERSARY);
    ContractFacts ended = running.endedOn(LocalDate.parse("2023-02-01"));

    assertThat(shown(new PaymentCalculator(ended).due(before, ANNIVERSARY)))
        .contains(
            "2 FONCTIONNEMENT FONCTIONNEMENT RECOVERY 2023-03-01 -45000.00",
            "2 ACCES_SOINS FIXE RECOVERY 2023-03-01 -13125.00");
  }

  @Test
  void a_mission_that_ends_is_paid_for_the_days_it_ran() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withMission(
                new ContractFacts.StartedMission(
                    FundingLine.QUALITE,
                    SIGNED,
                    LocalDate.parse("2022-12-31"),
                    false,
                    false,
                    List.of()))
            .withClosing(1, closing(ANNIVERSARY, Map.of()));

    List<LedgerLine> lines = new PaymentCalculator(facts).due(List.of(), TERM);
    assertThat(shown(lines).stream().filter(line -> line.contains("QUALITE")))
        .containsExactly(
            "1 QUALITE FIXE ADVANCE 2022-03-01 7500.00",
            "1 QUALITE FIXE RECOVERY 2022-12-31 -1232.88",
            "1 QUALITE FIXE BALANCE 2023-03-01 2089.04");
  }

  @Test
  void a_correction_of_a_closed_year_is_a_signed_delta_against_all_earlier_lines() {
    ContractFacts closed =
        example(Tables.ACI_2019)
            .withClosing(1, closing(ANNIVERSARY, Map.of("patients-parcours", "10")));
    List<LedgerLine> before = new PaymentCalculator(closed).due(List.of(), ANNIVERSARY);
    LocalDate later = LocalDate.parse("2023-05-04");
    ContractFacts corrected =
        closed.withClosing(1, closing(later, Map.of("patients-parcours", "4")));

    List<LedgerLine> delta = new PaymentCalculator(corrected).due(before, later);
    assertThat(shown(delta))
        .containsExactly("1 ACCES_SOINS VARIABLE CORRECTION 2023-05-04 -2169.52");
    assertThat(delta.getFirst().explanation().rule()).isEqualTo(PaymentRule.CORRECTION_ANNEE_CLOSE);
    assertThat(delta.getFirst().explanation().earlier()).hasSize(1);

    List<LedgerLine> all = new ArrayList<>(before);
    all.addAll(delta);
    assertThat(new PaymentCalculator(corrected).due(all, later)).isEmpty();
  }

  @Test
  void an_avenant_that_changes_the_size_counts_from_its_day_on() {
    // 275 days of size 2, 90 of size 3.
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withMission(mission(FundingLine.QUALITE, SIGNED))
            .withTerms(LocalDate.parse("2022-12-01"), Tables.ACI_2019, 3)
            .withClosing(1, closing(ANNIVERSARY, Map.of()));

    List<LedgerLine> lines = new PaymentCalculator(facts).due(List.of(), ANNIVERSARY);
    assertThat(shown(lines))
        .containsExactly(
            "1 FONCTIONNEMENT FONCTIONNEMENT FULL 2022-03-01 60000.00",
            "1 QUALITE FIXE ADVANCE 2022-03-01 7500.00",
            "1 FONCTIONNEMENT FONCTIONNEMENT BALANCE 2023-03-01 3698.63",
            "1 QUALITE FIXE BALANCE 2023-03-01 3732.88",
            "2 FONCTIONNEMENT FONCTIONNEMENT ADVANCE 2023-03-01 56250.00",
            "2 QUALITE FIXE ADVANCE 2023-03-01 11250.00");
    assertThat(lines.get(3).explanation().substituted())
        .isEqualTo(
            "arrondi(10000.00 × 275 ÷ 365 + 15000.00 × 90 ÷ 365) − 7500.00 = 11232.88 − 7500.00");
    assertThat(lines.get(3).explanation().formula())
        .isEqualTo("arrondi(Σ (enveloppe × jours ÷ joursAnnee)) − déjà versé");
    assertThat(lines.get(3).explanation().parameters())
        .extracting(Explanation.ParameterRead::name)
        .containsExactly("enveloppe", "enveloppe", "proration", "sizeChange");
  }

  @Test
  void under_the_other_rule_a_new_size_counts_from_the_next_year_on() {
    FundingTable table = Tables.with(Tables.ACI_2019, RuleName.SIZE_CHANGE, "NEXT_YEAR");
    ContractFacts facts =
        ContractFacts.signed(SIGNED, table, 2)
            .withMission(mission(FundingLine.QUALITE, SIGNED))
            .withTerms(LocalDate.parse("2022-12-01"), table, 3)
            .withClosing(1, closing(ANNIVERSARY, Map.of()));

    assertThat(shown(new PaymentCalculator(facts).due(List.of(), ANNIVERSARY)))
        .contains(
            "1 QUALITE FIXE BALANCE 2023-03-01 2500.00",
            "2 QUALITE FIXE ADVANCE 2023-03-01 11250.00");
  }

  @Test
  void a_variable_part_over_two_sizes_weighs_the_sum_of_both() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withMission(
                mission(FundingLine.ACCES_SOINS, SIGNED, Indicators.result("a").to("10").agreed()))
            .withTerms(LocalDate.parse("2022-12-01"), Tables.ACI_2019, 3)
            .withClosing(1, closing(ANNIVERSARY, Map.of("a", "5")));

    LedgerLine variable =
        new PaymentCalculator(facts)
            .due(List.of(), ANNIVERSARY).stream()
                .filter(line -> line.envelope().volet() == Volet.VARIABLE)
                .findFirst()
                .orElseThrow();
    assertThat(variable.explanation().substituted())
        .isEqualTo("(17500.00 × 275 ÷ 365 + 25000.00 × 90 ÷ 365) × (1 × 0.5)");
    assertThat(variable.amount()).isEqualTo(Euros.of("9674.66"));
  }

  @Test
  void a_volet_that_a_later_table_no_longer_funds_is_paid_until_then() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 3)
            .withMission(
                new ContractFacts.StartedMission(
                    FundingLine.ACCES_SOINS, SIGNED, null, true, false, List.of()))
            .withTerms(LocalDate.parse("2022-12-01"), Tables.ACI_2022, 3)
            .withClosing(1, closing(ANNIVERSARY, Map.of()));

    List<LedgerLine> lines = new PaymentCalculator(facts).due(List.of(), ANNIVERSARY);
    assertThat(sum(lines, new EnvelopeKey(1, FundingLine.ACCES_SOINS, Volet.SNP_COMPENSATION)))
        .isEqualTo(Euros.of("11301.37"));
  }

  @Test
  void a_table_that_does_not_know_a_size_pays_nothing_and_says_so() {
    ContractFacts facts = ContractFacts.signed(SIGNED, Tables.ACI_2022, 2);

    assertThatThrownBy(() -> new PaymentCalculator(facts).due(List.of(), SIGNED))
        .isInstanceOfSatisfying(
            AmountUnknownException.class,
            unknown -> {
              assertThat(unknown.table()).isEqualTo("ACI-2022");
              assertThat(unknown.line()).isEqualTo(FundingLine.FONCTIONNEMENT);
              assertThat(unknown.size()).isEqualTo(2);
            });
  }

  @Test
  void the_whole_variable_part_of_a_partial_year_can_be_the_rule() {
    FundingTable table = Tables.with(Tables.ACI_2019, RuleName.VARIABLE_FIRST_YEAR, "FULL");
    ContractFacts facts =
        example(table).withClosing(1, closing(ANNIVERSARY, Map.of("patients-parcours", "15")));

    assertThat(shown(new PaymentCalculator(facts).due(List.of(), ANNIVERSARY)))
        .contains("1 ACCES_SOINS VARIABLE FULL 2023-03-01 17500.00");
  }

  @Test
  void a_closing_after_the_anniversary_pays_on_its_own_day() {
    ContractFacts facts =
        example(Tables.ACI_2019)
            .withClosing(
                1, closing(LocalDate.parse("2023-04-20"), Map.of("patients-parcours", "10")));
    PaymentCalculator engine = new PaymentCalculator(facts);

    assertThat(shown(engine.due(List.of(), LocalDate.parse("2023-04-19"))))
        .noneMatch(line -> line.startsWith("1 ACCES_SOINS VARIABLE"));
    assertThat(shown(engine.due(List.of(), LocalDate.parse("2023-04-20"))))
        .contains("1 ACCES_SOINS VARIABLE FULL 2023-04-20 6508.56");
  }

  @Test
  void the_next_day_on_which_the_calendar_pays_is_known() {
    PaymentCalculator engine = new PaymentCalculator(example(Tables.ACI_2019));

    assertThat(engine.nextDueAfter(SIGNED.minusDays(1))).contains(SIGNED);
    assertThat(engine.nextDueAfter(SIGNED)).contains(STARTED);
    assertThat(engine.nextDueAfter(STARTED)).contains(ANNIVERSARY);
    assertThat(engine.nextDueAfter(LocalDate.parse("2026-03-01"))).isEmpty();
    assertThat(
            new PaymentCalculator(example(Tables.ACI_2019).endedOn(LocalDate.parse("2026-05-05")))
                .nextDueAfter(LocalDate.parse("2026-03-01")))
        .contains(LocalDate.parse("2026-05-05"));
  }

  @Test
  void entitlements_are_those_of_closed_years_alone() {
    ContractFacts facts =
        example(Tables.ACI_2019)
            .withClosing(1, closing(ANNIVERSARY, Map.of("patients-parcours", "10")));

    assertThat(new PaymentCalculator(facts).entitlements())
        .containsExactly(
            Map.entry(
                new EnvelopeKey(1, FundingLine.FONCTIONNEMENT, Volet.FONCTIONNEMENT),
                Rational.of(60000)),
            Map.entry(
                new EnvelopeKey(1, FundingLine.ACCES_SOINS, Volet.FIXE),
                Rational.of(17500L * 181, 365)),
            Map.entry(
                new EnvelopeKey(1, FundingLine.ACCES_SOINS, Volet.VARIABLE),
                Rational.of(17500L * 181 * 3, 365 * 4)));
  }

  @Test
  void a_follow_up_without_weight_is_followed_and_pays_nothing() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withMission(
                mission(
                    FundingLine.ACCES_SOINS,
                    SIGNED,
                    Indicators.result("a").to("10").agreed(),
                    Indicators.result("b")
                        .as(IndicatorType.FOLLOW_UP)
                        .weighing((fr.cadran.contracts.indicator.domain.Weight) null)
                        .agreed()))
            .withClosing(1, closing(ANNIVERSARY, Map.of("a", "10")));

    assertThat(shown(new PaymentCalculator(facts).due(List.of(), ANNIVERSARY)))
        .contains("1 ACCES_SOINS VARIABLE FULL 2023-03-01 17500.00");
  }

  @Test
  void under_next_year_an_advance_reads_the_terms_that_the_year_began_with() {
    FundingTable table = Tables.with(Tables.ACI_2019, RuleName.SIZE_CHANGE, "NEXT_YEAR");
    ContractFacts facts =
        ContractFacts.signed(SIGNED, table, 2)
            .withTerms(LocalDate.parse("2022-06-01"), table, 3)
            .withMission(mission(FundingLine.QUALITE, STARTED))
            .withClosing(1, closing(ANNIVERSARY, Map.of()));

    List<LedgerLine> lines = new PaymentCalculator(facts).due(List.of(), ANNIVERSARY);

    // 10,000 of size 2, not 15,000 of size 3: × 181 ÷ 365 × 0.75.
    assertThat(shown(lines))
        .contains(
            "1 QUALITE FIXE ADVANCE 2022-09-01 3719.18",
            "1 QUALITE FIXE BALANCE 2023-03-01 1239.72");
    assertThat(lines.get(1).explanation().parameters())
        .extracting(Explanation.ParameterRead::name)
        .containsExactly("enveloppe", "proration", "sizeChange", "advanceRate");
    assertThat(lines.get(2).explanation().parameters())
        .extracting(Explanation.ParameterRead::name)
        .containsExactly("enveloppe", "proration", "sizeChange");
  }

  @Test
  void under_next_year_a_mission_that_the_table_does_not_know_yet_waits_for_the_next_year() {
    ContractFacts facts =
        ContractFacts.signed(
                SIGNED, Tables.with(Tables.ACI_2019, RuleName.SIZE_CHANGE, "NEXT_YEAR"), 3)
            .withTerms(
                LocalDate.parse("2022-06-01"),
                Tables.with(Tables.ACI_2022, RuleName.SIZE_CHANGE, "NEXT_YEAR"),
                3)
            .withMission(mission(FundingLine.CRISE_SANITAIRE, STARTED))
            .withCrisis(LocalDate.parse("2022-12-01"))
            .withClosing(1, closing(ANNIVERSARY, Map.of()));

    assertThat(
            shown(new PaymentCalculator(facts).due(List.of(), ANNIVERSARY)).stream()
                .filter(line -> line.contains("CRISE")))
        .containsExactly("2 CRISE_SANITAIRE FIXE ADVANCE 2023-03-01 16875.00");
  }

  @Test
  void a_volet_that_a_later_table_no_longer_funds_leaves_no_line_of_nothing() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 3)
            .withMission(
                new ContractFacts.StartedMission(
                    FundingLine.ACCES_SOINS, SIGNED, null, true, true, List.of()))
            .withTerms(LocalDate.parse("2022-12-01"), Tables.ACI_2022, 3)
            .withClosing(1, closing(ANNIVERSARY, Map.of()))
            .withClosing(2, closing(LocalDate.parse("2024-03-01"), Map.of()));

    assertThat(
            shown(new PaymentCalculator(facts).due(List.of(), LocalDate.parse("2024-03-01")))
                .stream()
                .filter(line -> line.contains(" SNP_")))
        .containsExactly(
            "1 ACCES_SOINS SNP_COMPENSATION ADVANCE 2022-03-01 11250.00",
            "1 ACCES_SOINS SNP_ORIENTATION ADVANCE 2022-03-01 41250.00",
            "1 ACCES_SOINS SNP_COMPENSATION BALANCE 2023-03-01 51.37",
            "1 ACCES_SOINS SNP_ORIENTATION BALANCE 2023-03-01 188.36");
  }

  @Test
  void an_advance_for_a_volet_that_an_avenant_took_away_on_that_very_day_is_taken_back() {
    ContractFacts before =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 3)
            .withMission(
                new ContractFacts.StartedMission(
                    FundingLine.ACCES_SOINS, SIGNED, null, true, false, List.of()))
            .withClosing(1, closing(ANNIVERSARY, Map.of()));
    List<LedgerLine> ledger =
        new ArrayList<>(new PaymentCalculator(before).due(List.of(), ANNIVERSARY));
    ContractFacts after =
        before
            .withTerms(ANNIVERSARY, Tables.ACI_2022, 3)
            .withClosing(2, closing(LocalDate.parse("2024-03-01"), Map.of()));

    assertThat(shown(new PaymentCalculator(after).due(ledger, LocalDate.parse("2024-03-01"))))
        .contains("2 ACCES_SOINS SNP_COMPENSATION RECOVERY 2024-03-01 -11250.00");
  }

  @Test
  void a_crisis_amount_is_taken_back_when_the_contract_had_ended_before_the_crisis() {
    ContractFacts running =
        ContractFacts.signed(SIGNED, Tables.ACI_2022, 3)
            .withMission(mission(FundingLine.CRISE_SANITAIRE, SIGNED))
            .withCrisis(LocalDate.parse("2022-12-01"));
    List<LedgerLine> ledger =
        new PaymentCalculator(running).due(List.of(), LocalDate.parse("2022-12-01"));
    ContractFacts ended = running.endedOn(LocalDate.parse("2022-11-15"));

    List<LedgerLine> back = new PaymentCalculator(ended).due(ledger, LocalDate.parse("2022-12-20"));
    assertThat(shown(back)).contains("1 CRISE_SANITAIRE CRISE RECOVERY 2022-12-01 -50625.00");
    assertThat(
            back.stream()
                .filter(line -> line.envelope().volet() == Volet.CRISE)
                .map(line -> line.explanation().substituted()))
        .containsExactly("(0) − 50625.00");
  }

  @Test
  void a_year_closed_before_its_anniversary_is_settled_on_it_and_the_calendar_knows() {
    ContractFacts facts =
        example(Tables.ACI_2019)
            .withClosing(
                5, closing(LocalDate.parse("2027-02-10"), Map.of("patients-parcours", "10")));
    PaymentCalculator engine = new PaymentCalculator(facts);
    List<LedgerLine> ledger = engine.due(List.of(), LocalDate.parse("2027-02-28"));

    assertThat(engine.nextDueAfter(LocalDate.parse("2027-02-28"))).contains(TERM);
    assertThat(shown(engine.due(ledger, TERM)))
        .containsExactly(
            "5 FONCTIONNEMENT FONCTIONNEMENT BALANCE 2027-03-01 15000.00",
            "5 ACCES_SOINS FIXE BALANCE 2027-03-01 4375.00",
            "5 ACCES_SOINS VARIABLE FULL 2027-03-01 13125.00");
  }

  @Test
  void a_smaller_size_never_makes_a_step_in_euros_pay_more_than_the_envelope() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 3)
            .withMission(
                mission(
                    FundingLine.ACCES_SOINS,
                    SIGNED,
                    Indicators.result("a")
                        .on(
                            new AchievementScale.Steps(
                                List.of(
                                    new AchievementScale.Step(
                                        new Interval(null, null),
                                        new AchievementScale.Payout.OfEuros(
                                            Euros.of("25000.00"))))))
                        .agreed()))
            .withTerms(ANNIVERSARY, Tables.ACI_2019, 2)
            .withClosing(2, closing(LocalDate.parse("2024-03-01"), Map.of("a", "1")));

    assertThat(shown(new PaymentCalculator(facts).due(List.of(), LocalDate.parse("2024-03-01"))))
        .contains("2 ACCES_SOINS VARIABLE FULL 2024-03-01 17500.00");
  }

  @Test
  void nothing_for_a_volet_has_the_source_of_its_line_in_the_table() {
    FundingTable later =
        new FundingTable(
            "LATER",
            1,
            "Plus tard",
            SIGNED,
            null,
            "texte",
            List.of(
                amount(FundingLine.FONCTIONNEMENT, Volet.FONCTIONNEMENT, 3, "autre ligne"),
                amount(FundingLine.ACCES_SOINS, Volet.FIXE, 2, "autre taille"),
                amount(FundingLine.ACCES_SOINS, Volet.FIXE, 3, "sa ligne")),
            Tables.parameters());
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 3)
            .withMission(
                new ContractFacts.StartedMission(
                    FundingLine.ACCES_SOINS, SIGNED, null, true, false, List.of()))
            .withTerms(LocalDate.parse("2022-12-01"), later, 3)
            .withClosing(1, closing(ANNIVERSARY, Map.of()));

    LedgerLine settled =
        new PaymentCalculator(facts)
            .due(List.of(), ANNIVERSARY).stream()
                .filter(line -> line.envelope().volet() == Volet.SNP_COMPENSATION)
                .reduce((one, other) -> other)
                .orElseThrow();
    assertThat(settled.explanation().parameters().get(1))
        .isEqualTo(
            new Explanation.ParameterRead("enveloppe", "0.00", "sa ligne", Verification.VERIFIED));
  }

  private static FundingAmount amount(FundingLine line, Volet volet, int size, String source) {
    return new FundingAmount(
        line, volet, size, Euros.of("1000.00"), false, source, Verification.VERIFIED);
  }
}
