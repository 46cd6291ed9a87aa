package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.payment.application.ExplanationDocument;
import fr.cadran.contracts.payment.domain.ContractSimulation;
import fr.cadran.contracts.payment.domain.LedgerLine;
import fr.cadran.contracts.payment.domain.OpenEnvelope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an imagined contract comes to. */
@Schema(name = "ContractSimulation")
public record SimulationResponse(
    @Schema(required = true, examples = "ACI-2019") String fundingTable,
    @Schema(required = true, minimum = "1") int fundingTableVersion,
    @Schema(required = true) List<Line> lines,
    @Schema(required = true, examples = "79127.12") BigDecimal total,
    @Schema(required = true) List<YearTotal> byYear,
    @Schema(
            required = true,
            description =
                "Enveloppes qu'on ne peut pas solder, et pourquoi. — Envelopes that cannot be settled,"
                    + " and why.")
        List<Open> open,
    @Schema(
            required = true,
            description =
                "Chaque hypothèse sous chaque barème, côte à côte. — Each hypothesis under each scale,"
                    + " side by side.")
        List<Scenario> scenarios,
    @Schema(required = true) List<String> flags) {

  /** A line, as the ledger of a real contract would hold it. */
  @Schema(name = "SimulatedLine")
  public record Line(
      @Schema(required = true, minimum = "1") int contractYear,
      @Schema(required = true, examples = "ACCES_SOINS") String line,
      @Schema(required = true, examples = "FIXE") String volet,
      @Schema(required = true, examples = "ADVANCE") String kind,
      @Schema(required = true) LocalDate dueOn,
      @Schema(required = true, examples = "6508.56") BigDecimal amount,
      @Schema(required = true) ExplanationResponse explanation) {
    static Line of(LedgerLine line) {
      return new Line(
          line.envelope().contractYear(),
          line.envelope().line().name(),
          line.envelope().volet().name(),
          line.kind().name(),
          line.dueOn(),
          line.amount().amount(),
          ExplanationResponse.of(ExplanationDocument.of(line.explanation())));
    }
  }

  /** The sum of a contract year. */
  @Schema(name = "ContractYearTotal")
  public record YearTotal(
      @Schema(required = true, minimum = "1") int contractYear,
      @Schema(required = true) BigDecimal total) {}

  /** An envelope without an amount. */
  @Schema(name = "OpenEnvelope")
  public record Open(
      @Schema(required = true, minimum = "1") int contractYear,
      @Schema(required = true) String line,
      @Schema(required = true) String volet,
      @Schema(required = true, examples = "TARGET_NOT_SET") String reason,
      @Schema(required = true) List<String> indicators) {
    static Open of(OpenEnvelope open) {
      return new Open(
          open.envelope().contractYear(),
          open.envelope().line().name(),
          open.envelope().volet().name(),
          open.reason(),
          open.indicators());
    }
  }

  /** One hypothesis under one choice of scales. */
  @Schema(name = "SimulatedScenario")
  public record Scenario(
      @Schema(required = true, examples = "pire cas") String hypothesis,
      @Schema(required = true, examples = "au prorata") String scales,
      @Schema(required = true) BigDecimal total,
      @Schema(required = true) List<YearTotal> byYear,
      @Schema(required = true) List<Open> open) {
    static Scenario of(String hypothesis, String scales, ContractSimulation.Outcome outcome) {
      return new Scenario(
          hypothesis,
          scales,
          outcome.total().amount(),
          years(outcome),
          SimulationResponse.open(outcome));
    }
  }

  static SimulationResponse of(
      ContractSimulation simulation, ContractSimulation.Outcome outcome, List<Scenario> scenarios) {
    TreeSet<String> flags = new TreeSet<>();
    outcome.lines().forEach(line -> flags.addAll(line.explanation().flags()));
    return new SimulationResponse(
        simulation.table().code(),
        simulation.table().version(),
        outcome.lines().stream().map(Line::of).toList(),
        outcome.total().amount(),
        years(outcome),
        open(outcome),
        scenarios,
        List.copyOf(flags));
  }

  private static List<YearTotal> years(ContractSimulation.Outcome outcome) {
    return outcome.byYear().entrySet().stream()
        .map(year -> new YearTotal(year.getKey(), year.getValue().amount()))
        .toList();
  }

  private static List<Open> open(ContractSimulation.Outcome outcome) {
    return outcome.open().stream().map(Open::of).toList();
  }
}
