package fr.cadran.contracts.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.IndicatorRules;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.kit.type.Rational;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole ledgers worked by hand, with fractions and outside this code base: {@code
 * src/test/resources/hand-worked}. Each file says what happens to a contract, then every line that
 * its ledger must hold, and no other.
 */
class HandWorkedTest {
  private static final String COLUMNS = "contractYear,line,volet,kind,dueOn,amount";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example-by-days",
        "example-by-months",
        "leap-day",
        "size-change-and-correction",
        "termination",
        "avenant-2-crisis",
        "real-size-3-year",
        "means-not-engaged"
      })
  void the_ledger_is_the_one_worked_by_hand(String name) throws IOException {
    Sheet sheet = new Sheet(read(name));

    assertThat(sheet.ledger()).containsExactlyInAnyOrderElementsOf(sheet.expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example-by-days", "real-size-3-year", "size-change-and-correction"})
  void the_indicators_worked_with_are_such_as_the_rules_accept(String name) throws IOException {
    Sheet sheet = new Sheet(read(name));

    assertThat(sheet.indicators).isNotEmpty();
    sheet.indicators.forEach((line, indicators) ->
        assertThat(
                IndicatorRules.errorsOf(
                    indicators,
                    sheet
                        .facts
                        .terms()
                        .getFirst()
                        .table()
                        .amount(line, Volet.VARIABLE, sheet.facts.terms().getFirst().size())
                        .orElseThrow()
                        .amount(),
                    5,
                    ""))
            .isEmpty());
  }

  private static List<String> read(String name) throws IOException {
    try (InputStream file =
        HandWorkedTest.class.getResourceAsStream("/hand-worked/" + name + ".csv")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(row -> !row.startsWith("#"))
          .toList();
    }
  }

  /** One file. */
  private static final class Sheet {
    private final List<String> expected;
    private final TreeMap<FundingLine, List<ContractIndicator>> indicators = new TreeMap<>();
    private final Map<String, String> rules = new HashMap<>();
    private ContractFacts facts;
    private LocalDate until = LocalDate.MIN;
    private final List<String[]> corrections = new ArrayList<>();

    Sheet(List<String> rows) {
      int header = rows.indexOf(COLUMNS);
      expected = rows.subList(header + 1, rows.size());
      List<String[]> said =
          rows.subList(0, header).stream().map(row -> row.split(",", -1)).toList();
      said.stream().filter(row -> row[0].equals("rule")).forEach(row -> rules.put(row[1], row[2]));
      String[] first = said.getFirst();
      facts =
          ContractFacts.signed(
              LocalDate.parse(first[1]), table(first[2]), Integer.parseInt(first[3]));
      said.stream()
          .filter(row -> row[0].equals("indicator") || row[0].equals("means"))
          .forEach(row ->
              indicators
                  .computeIfAbsent(FundingLine.valueOf(row[1]), line -> new ArrayList<>())
                  .add(row[0].equals("means") ? means(row) : indicator(row)));
      said.forEach(this::happens);
    }

    private FundingTable table(String code) {
      FundingTable table = code.equals("ACI-2019") ? Tables.ACI_2019 : Tables.ACI_2022;
      for (Map.Entry<String, String> rule : rules.entrySet()) {
        table = Tables.with(table, RuleName.ofToken(rule.getKey()).orElseThrow(), rule.getValue());
      }
      return table;
    }

    private void happens(String[] row) {
      switch (row[0]) {
        case "mission" -> facts = facts.withMission(mission(row));
        case "terms" ->
            facts =
                facts.withTerms(LocalDate.parse(row[1]), table(row[2]), Integer.parseInt(row[3]));
        case "crisis" -> facts = facts.withCrisis(LocalDate.parse(row[1]));
        case "ends" -> facts = facts.endedOn(LocalDate.parse(row[1]));
        case "closing" -> facts = facts.withClosing(Integer.parseInt(row[1]), closing(row));
        case "correction" -> corrections.add(row);
        case "until" -> until = LocalDate.parse(row[1]);
        case "signed", "rule", "indicator", "means" -> {
          // Read before.
        }
        default -> throw new IllegalArgumentException(String.join(",", row));
      }
    }

    private ContractFacts.StartedMission mission(String[] row) {
      FundingLine line = FundingLine.valueOf(row[1]);
      String option = row.length > 3 ? row[3] : "";
      return new ContractFacts.StartedMission(
          line,
          LocalDate.parse(row[2]),
          option.startsWith("until ") ? LocalDate.parse(option.substring(6)) : null,
          option.equals("snp"),
          option.equals("snp"),
          List.of(new ContractFacts.Annex(1, indicators.getOrDefault(line, List.of()))));
    }

    private static ContractIndicator means(String[] row) {
      return Indicators.means(row[2]).weighing(Played.exact(row[3])).agreed();
    }

    private static ContractIndicator indicator(String[] row) {
      Indicators indicator = Indicators.result(row[2]).on(Played.scale(row[6]));
      indicator =
          row[3].endsWith(" EUR")
              ? indicator.weighingEuros(row[3].substring(0, row[3].length() - 4))
              : indicator.weighing(Played.exact(row[3]));
      String baseline = row[4];
      if (baseline.startsWith("falling ")) {
        indicator = indicator.falling();
        baseline = baseline.substring(8);
      }
      if (!baseline.isEmpty()) {
        indicator = indicator.from(baseline);
      }
      Map<Integer, Rational> targets = new TreeMap<>();
      for (String target : row[5].split(" ", -1)) {
        targets.put(targets.size() + 1, Rational.of(new BigDecimal(target)));
      }
      return new Indicators(
              indicator.code(),
              indicator.type(),
              indicator.direction(),
              indicator.mode(),
              indicator.baseline(),
              targets,
              indicator.maintain(),
              indicator.weight(),
              indicator.scale())
          .agreed();
    }

    /** {@code code=10} for the only mission that has it, or {@code LINE/code=10}. */
    private ContractFacts.Closing closing(String[] row) {
      Map<ContractFacts.IndicatorKey, Result> results = new HashMap<>();
      for (String one : row[3].isEmpty() ? new String[0] : row[3].split(" ", -1)) {
        String[] said = one.split("=", -1);
        String[] place = said[0].split("/", -1);
        FundingLine line = place.length > 1 ? FundingLine.valueOf(place[0]) : indicators.firstKey();
        Result result =
            switch (said[1]) {
              case "yes" -> new Result.Means(true);
              case "no" -> new Result.Means(false);
              default -> new Result.Measured(Played.exact(said[1]));
            };
        results.put(new ContractFacts.IndicatorKey(line, place[place.length - 1]), result);
      }
      return new ContractFacts.Closing(LocalDate.parse(row[2]), results, null);
    }

    /** Everything up to the day before each correction, then the correction, then the rest. */
    List<String> ledger() {
      List<LedgerLine> ledger = new ArrayList<>();
      for (String[] correction : corrections) {
        LocalDate on = LocalDate.parse(correction[2]);
        ledger.addAll(new PaymentCalculator(facts).due(ledger, on.minusDays(1)));
        facts = facts.withClosing(Integer.parseInt(correction[1]), closing(correction));
        ledger.addAll(new PaymentCalculator(facts).due(ledger, on));
      }
      ledger.addAll(new PaymentCalculator(facts).due(ledger, until));
      return ledger.stream()
          .map(line ->
              "%d,%s,%s,%s,%s,%s"
                  .formatted(
                      line.envelope().contractYear(),
                      line.envelope().line(),
                      line.envelope().volet(),
                      line.kind(),
                      line.dueOn(),
                      line.amount()))
          .toList();
    }
  }
}
