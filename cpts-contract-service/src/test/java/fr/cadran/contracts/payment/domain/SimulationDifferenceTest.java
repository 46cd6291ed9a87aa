package fr.cadran.contracts.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a simulation comes to, why two of them differ, and where the money of a ledger stands. */
class SimulationDifferenceTest {
  private static final LocalDate SIGNED = LocalDate.parse("2022-03-01");

  private static ContractSimulation simulation(
      FundingTable table,
      int size,
      int years,
      Map<LocalDate, Integer> changes,
      @Nullable LocalDate endsOn,
      ContractSimulation.SimulatedMission... missions) {
    return new ContractSimulation(
        SIGNED, table, size, years, List.of(missions), changes, List.of(), Map.of(), endsOn);
  }

  private static ContractSimulation simulation(
      int size, ContractSimulation.SimulatedMission... missions) {
    return simulation(Tables.ACI_2019, size, 1, Map.of(), null, missions);
  }

  private static ContractSimulation.SimulatedMission quality(
      ContractSimulation.SimulatedIndicator... indicators) {
    return new ContractSimulation.SimulatedMission(
        FundingLine.QUALITE, SIGNED, null, false, false, List.of(indicators));
  }

  private static ContractSimulation.SimulatedIndicator value(Indicators indicator, long value) {
    return new ContractSimulation.SimulatedIndicator(
        indicator.agreed(), Map.of(1, new Result.Measured(Rational.of(value))));
  }

  @Test
  void a_simulation_closes_each_year_on_its_anniversary_and_adds_up() {
    ContractSimulation.Outcome outcome =
        simulation(
                Tables.ACI_2019,
                2,
                2,
                Map.of(),
                null,
                quality(value(Indicators.result("a").to("10"), 5)))
            .run();

    // Year 1: 60,000 + 10,000 + 5,000; year 2: 60,000 + 10,000, its results unknown.
    assertThat(outcome.byYear())
        .containsExactly(Map.entry(1, Euros.of("75000")), Map.entry(2, Euros.of("70000")));
    assertThat(outcome.total()).isEqualTo(Euros.of("145000"));
    assertThat(outcome.exact()).isEqualTo(Rational.of(145000));
    assertThat(outcome.open())
        .containsExactly(
            new OpenEnvelope(
                new EnvelopeKey(2, FundingLine.QUALITE, Volet.VARIABLE),
                "VALUE_MISSING",
                List.of("a")));
    assertThat(outcome.lines()).allMatch(line -> line.envelope().contractYear() <= 2).hasSize(8);
  }

  @Test
  void what_is_paid_ahead_and_stays_open_counts_in_the_exact_total_too() {
    ContractSimulation.Outcome outcome =
        simulation(
                2,
                quality(
                    new ContractSimulation.SimulatedIndicator(
                        Indicators.means("m").agreed(), Map.of())))
            .run();

    assertThat(outcome.open()).hasSize(2);
    assertThat(outcome.total()).isEqualTo(Euros.of("67500"));
    assertThat(outcome.exact()).isEqualTo(Rational.of(67500));
  }

  @Test
  void sizes_crises_spending_and_an_early_end_are_facts_like_any_other() {
    ContractSimulation simulation =
        new ContractSimulation(
            SIGNED,
            Tables.ACI_2022,
            3,
            1,
            List.of(
                new ContractSimulation.SimulatedMission(
                    FundingLine.CRISE_SANITAIRE, SIGNED, null, false, false, List.of())),
            Map.of(LocalDate.parse("2022-06-01"), 3),
            List.of(LocalDate.parse("2022-07-01")),
            Map.of(1, Euros.of("12.00")),
            LocalDate.parse("2022-12-01"));

    ContractFacts facts = simulation.facts();
    assertThat(facts.terms()).hasSize(2);
    assertThat(facts.crises()).containsExactly(LocalDate.parse("2022-07-01"));
    assertThat(facts.endsOn()).isEqualTo("2022-12-01");
    assertThat(facts.closings().get(1))
        .returns(LocalDate.parse("2023-03-01"), ContractFacts.Closing::closedOn)
        .returns(Euros.of("12.00"), ContractFacts.Closing::orientationSpent);
  }

  @Test
  void a_year_without_a_line_is_a_year_of_nothing() {
    ContractSimulation.Outcome outcome =
        simulation(Tables.ACI_2019, 2, 3, Map.of(), LocalDate.parse("2023-03-01")).run();

    assertThat(outcome.byYear())
        .containsExactly(
            Map.entry(1, Euros.of("60000")), Map.entry(2, Euros.ZERO), Map.entry(3, Euros.ZERO));
  }

  // ---- Differences

  @Test
  void missions_and_indicators_are_compared_by_name_whatever_their_order() {
    ContractSimulation.SimulatedIndicator a =
        value(Indicators.result("a").to("10").weighing(Rational.of(1, 2)), 10);
    ContractSimulation.SimulatedIndicator b =
        value(Indicators.result("b").to("10").weighing(Rational.of(1, 2)), 0);
    ContractSimulation.SimulatedMission pathways =
        new ContractSimulation.SimulatedMission(
            FundingLine.PARCOURS, SIGNED, null, false, false, List.of());

    SimulationDifference difference =
        SimulationDifference.between(
            simulation(2, quality(a, b), pathways), simulation(2, pathways, quality(b, a)));
    assertThat(difference.parts()).isEqualTo(parts("0", "0", "0", "0", "0", "0"));
    assertThat(
            SimulationDifference.between(
                    simulation(2, quality(a, b), pathways),
                    simulation(
                        2,
                        pathways,
                        quality(
                            value(Indicators.result("b").to("10").weighing(Rational.of(1, 2)), 10),
                            a)))
                .parts())
        .isEqualTo(parts("0", "0", "0", "5000", "0", "0"));
  }

  private static Map<SimulationDifference.Factor, Euros> parts(
      String size, String weight, String target, String achievement, String other, String cents) {
    return Map.of(
        SimulationDifference.Factor.SIZE_CLASS, Euros.of(size),
        SimulationDifference.Factor.WEIGHT, Euros.of(weight),
        SimulationDifference.Factor.TARGET, Euros.of(target),
        SimulationDifference.Factor.ACHIEVEMENT, Euros.of(achievement),
        SimulationDifference.Factor.OTHER_TERMS, Euros.of(other),
        SimulationDifference.Factor.ROUNDING, Euros.of(cents));
  }

  @Test
  void a_difference_is_told_factor_by_factor() {
    Indicators a = Indicators.result("a");
    Indicators b = Indicators.result("b").to("10");
    ContractSimulation from =
        simulation(
            2,
            quality(
                value(a.to("10").weighing(Rational.of(1, 2)), 5),
                value(b.weighing(Rational.of(1, 2)), 10)));
    ContractSimulation to =
        simulation(
            3,
            quality(
                value(a.to("20").weighing(Rational.of(1, 5)), 10),
                value(b.weighing(Rational.of(4, 5)), 10)),
            new ContractSimulation.SimulatedMission(
                FundingLine.PARCOURS, SIGNED, null, false, false, List.of()));

    // 60,000 + 10,000 + 7,500; size 3: 75,000 + 15,000 + 11,250; weights: × 0.9 = 13,500;
    // target 20: 0.2 × 0.25 + 0.8 = 0.85 → 12,750; value 10: 0.9 → 13,500; pathways fixe 45,000.
    SimulationDifference difference = SimulationDifference.between(from, to);
    assertThat(difference.from()).isEqualTo(Euros.of("77500"));
    assertThat(difference.to()).isEqualTo(Euros.of("148500"));
    assertThat(difference.parts()).isEqualTo(parts("23750", "2250", "-750", "750", "45000", "0"));
  }

  @Test
  void the_parts_make_up_the_difference_to_the_cent() {
    ContractIndicator third = Indicators.result("a").to("3").agreed();
    ContractSimulation from =
        simulation(
            2,
            quality(
                new ContractSimulation.SimulatedIndicator(
                    third, Map.of(1, new Result.Measured(Rational.of(1))))));
    ContractSimulation to =
        simulation(
            4,
            quality(
                new ContractSimulation.SimulatedIndicator(
                    third, Map.of(1, new Result.Measured(Rational.of(2))))));

    SimulationDifference difference = SimulationDifference.between(from, to);
    assertThat(difference.parts().values().stream().reduce(Euros.ZERO, Euros::plus))
        .isEqualTo(difference.to().minus(difference.from()));
    // 20,000 ÷ 3 − 10,000 ÷ 3 with 30,000 and 10,000 beside; then 20,000 ÷ 3 more.
    assertThat(difference.parts()).isEqualTo(parts("43333.33", "0", "0", "6666.67", "0", "0"));
  }

  @Test
  void what_only_rounding_explains_is_called_rounding() {
    // 10,000 ÷ 3 is 3333.33, and 10,000 × 2 ÷ 3 is 6666.67: exactly 3333.333…, in cents .34.
    ContractIndicator third = Indicators.result("a").to("3").agreed();
    SimulationDifference difference =
        SimulationDifference.between(
            simulation(
                2,
                quality(
                    new ContractSimulation.SimulatedIndicator(
                        third, Map.of(1, new Result.Measured(Rational.of(1)))))),
            simulation(
                2,
                quality(
                    new ContractSimulation.SimulatedIndicator(
                        third, Map.of(1, new Result.Measured(Rational.of(2)))))));
    assertThat(difference.parts()).isEqualTo(parts("0", "0", "0", "3333.33", "0", "0.01"));
  }

  @Test
  void a_size_that_the_first_table_does_not_know_is_part_of_the_other_terms() {
    SimulationDifference difference =
        SimulationDifference.between(
            simulation(Tables.ACI_2022, 3, 1, Map.of(), null), simulation(2));

    assertThat(difference.parts()).isEqualTo(parts("0", "0", "0", "0", "-15000", "0"));
  }

  @Test
  void a_size_that_no_table_of_the_two_knows_is_refused() {
    ContractSimulation unknown = simulation(Tables.ACI_2022, 2, 1, Map.of(), null);

    assertThatThrownBy(() -> SimulationDifference.between(simulation(2), unknown))
        .isInstanceOf(AmountUnknownException.class);
  }

  // ---- Where the money stands

  @Test
  void a_balance_tells_settled_from_advanced_and_paid_from_recovered() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withMission(
                new ContractFacts.StartedMission(
                    FundingLine.ACCES_SOINS,
                    SIGNED,
                    null,
                    false,
                    true,
                    List.of(new ContractFacts.Annex(1, List.of(Indicators.means("m").agreed())))))
            .withClosing(
                1,
                new ContractFacts.Closing(
                    LocalDate.parse("2023-03-01"),
                    Map.of(
                        new ContractFacts.IndicatorKey(FundingLine.ACCES_SOINS, "m"),
                        new Result.Means(false)),
                    Euros.of("40000")));
    PaymentCalculator engine = new PaymentCalculator(facts);
    List<LedgerLine> lines = engine.due(List.of(), LocalDate.parse("2023-03-01"));

    // Year 1: 60,000 + 0 + 45,000 are due; year 2 is advanced: 45,000 + 13,125 + 33,750.
    assertThat(LedgerBalance.of(facts, engine, lines))
        .isEqualTo(
            new LedgerBalance(
                Euros.of("105000"),
                Euros.of("105000"),
                Euros.of("91875"),
                Euros.of("210000"),
                Euros.of("13125"),
                Euros.of("5000")));
  }

  @Test
  void earmarked_money_that_was_spent_whole_is_not_recoverable() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withMission(
                new ContractFacts.StartedMission(
                    FundingLine.ACCES_SOINS, SIGNED, null, false, true, List.of()))
            .withClosing(
                1,
                new ContractFacts.Closing(
                    LocalDate.parse("2023-03-01"), Map.of(), Euros.of("45000.01")));
    PaymentCalculator engine = new PaymentCalculator(facts);

    assertThat(
            LedgerBalance.of(facts, engine, engine.due(List.of(), LocalDate.parse("2023-03-01")))
                .recoverable())
        .isEqualTo(Euros.ZERO);
  }

  // ---- Facts

  @Test
  void facts_begin_with_the_terms_of_the_signature() {
    assertThatThrownBy(() ->
            new ContractFacts(
                SIGNED,
                List.of(new ContractFacts.Terms(SIGNED.plusDays(1), Tables.ACI_2019, 2)),
                List.of(),
                Map.of(),
                List.of(),
                null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the first terms begin with the contract");
    assertThatThrownBy(
            () -> new ContractFacts(SIGNED, List.of(), List.of(), Map.of(), List.of(), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_contract_ends_at_its_term_or_before() {
    ContractFacts facts = ContractFacts.signed(SIGNED, Tables.ACI_2019, 2);
    assertThat(facts.end()).isEqualTo("2027-03-01");
    assertThat(facts.endedOn(LocalDate.parse("2026-12-31")).end()).isEqualTo("2026-12-31");
    assertThat(facts.endedOn(LocalDate.parse("2029-01-01")).end()).isEqualTo("2027-03-01");
  }

  @Test
  void what_is_known_of_a_mission_is_replaced_where_it_stands() {
    ContractFacts.StartedMission pathways =
        new ContractFacts.StartedMission(
            FundingLine.PARCOURS, SIGNED, null, false, false, List.of());
    ContractFacts.StartedMission quality =
        new ContractFacts.StartedMission(
            FundingLine.QUALITE, SIGNED, null, false, false, List.of());
    ContractFacts.StartedMission ended =
        new ContractFacts.StartedMission(
            FundingLine.PARCOURS, SIGNED, SIGNED.plusDays(90), false, false, List.of());

    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withMission(pathways)
            .withMission(quality)
            .withMission(ended);
    assertThat(facts.missions()).containsExactly(ended, quality);
    assertThat(facts.mission(FundingLine.PARCOURS)).contains(ended);
    assertThat(facts.mission(FundingLine.PREVENTION)).isEmpty();
  }

  @Test
  void an_annex_holds_from_its_year_on_until_the_next() {
    ContractIndicator one = Indicators.result("one").agreed();
    ContractIndicator two = Indicators.result("two").agreed();
    ContractFacts.StartedMission mission =
        new ContractFacts.StartedMission(
            FundingLine.PARCOURS,
            SIGNED,
            null,
            false,
            false,
            List.of(
                new ContractFacts.Annex(4, List.of(two)),
                new ContractFacts.Annex(2, List.of(one))));
    assertThat(mission.indicatorsOf(1)).isEmpty();
    assertThat(mission.indicatorsOf(2)).containsExactly(one);
    assertThat(mission.indicatorsOf(3)).containsExactly(one);
    assertThat(mission.indicatorsOf(4)).containsExactly(two);
    assertThat(mission.indicatorsOf(5)).containsExactly(two);
  }

  @Test
  void terms_of_a_day_replace_those_of_the_same_day() {
    ContractFacts facts =
        ContractFacts.signed(SIGNED, Tables.ACI_2019, 2)
            .withTerms(SIGNED.plusDays(9), Tables.ACI_2019, 3)
            .withTerms(SIGNED.plusDays(9), Tables.ACI_2019, 4);

    assertThat(facts.terms()).extracting(ContractFacts.Terms::size).containsExactly(2, 4);
    assertThat(facts.termsOn(SIGNED.minusDays(1)).size()).isEqualTo(2);
    assertThat(facts.termsOn(SIGNED.plusDays(8)).size()).isEqualTo(2);
    assertThat(facts.termsOn(SIGNED.plusDays(9)).size()).isEqualTo(4);
  }
}
