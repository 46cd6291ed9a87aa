package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A contract as somebody imagines it, computed by the same engine as a real one; every dialogue is
 * held to close on its anniversary.
 *
 * @param signedOn first day
 * @param table amounts and parameters
 * @param size 1 to 4
 * @param years how many contract years are looked at
 * @param missions with the results that are hoped or feared
 * @param sizeChanges by effective day
 * @param crises days of recognised crises
 * @param orientationSpent of the earmarked envelope, by contract year
 * @param endsOn first day without contract, when it is imagined to end early
 */
public record ContractSimulation(
    LocalDate signedOn,
    FundingTable table,
    int size,
    int years,
    List<SimulatedMission> missions,
    Map<LocalDate, Integer> sizeChanges,
    List<LocalDate> crises,
    Map<Integer, Euros> orientationSpent,
    @Nullable LocalDate endsOn) {
  public ContractSimulation {
    missions = List.copyOf(missions);
    sizeChanges = Map.copyOf(sizeChanges);
    crises = List.copyOf(crises);
    orientationSpent = Map.copyOf(orientationSpent);
  }

  /** A mission with its indicators. */
  public record SimulatedMission(
      FundingLine mission,
      LocalDate startedOn,
      @Nullable LocalDate endsOn,
      boolean snpCompensation,
      boolean snpOrientation,
      List<SimulatedIndicator> indicators) {
    public SimulatedMission {
      indicators = List.copyOf(indicators);
    }

    SimulatedMission with(List<SimulatedIndicator> others) {
      return new SimulatedMission(
          mission, startedOn, endsOn, snpCompensation, snpOrientation, others);
    }
  }

  /**
   * An indicator with its results.
   *
   * @param results by contract year; a year without one leaves its volet open
   */
  public record SimulatedIndicator(ContractIndicator indicator, Map<Integer, Result> results) {
    public SimulatedIndicator {
      results = Map.copyOf(results);
    }
  }

  /**
   * What it comes to.
   *
   * @param lines of the years looked at, in the order in which they are due
   * @param open envelopes that cannot be settled, and why
   * @param total of the lines
   * @param byYear total by contract year, in order
   * @param exact total before any rounding
   */
  public record Outcome(
      List<LedgerLine> lines,
      List<OpenEnvelope> open,
      Euros total,
      Map<Integer, Euros> byYear,
      Rational exact) {}

  /** The facts that the engine computes with. */
  public ContractFacts facts() {
    ContractFacts facts = ContractFacts.signed(signedOn, table, size);
    for (Map.Entry<LocalDate, Integer> change : new TreeMap<>(sizeChanges).entrySet()) {
      facts = facts.withTerms(change.getKey(), table, change.getValue());
    }
    for (SimulatedMission one : missions) {
      facts =
          facts.withMission(
              new ContractFacts.StartedMission(
                  one.mission(),
                  one.startedOn(),
                  one.endsOn(),
                  one.snpCompensation(),
                  one.snpOrientation(),
                  List.of(
                      new ContractFacts.Annex(
                          1,
                          one.indicators().stream().map(SimulatedIndicator::indicator).toList()))));
    }
    for (LocalDate crisis : crises) {
      facts = facts.withCrisis(crisis);
    }
    if (endsOn != null) {
      facts = facts.endedOn(endsOn);
    }
    ContractCalendar calendar = facts.calendar();
    for (int year = 1; year <= years; year++) {
      facts =
          facts.withClosing(
              year,
              new ContractFacts.Closing(
                  calendar.end(year), resultsOf(year), orientationSpent.get(year)));
    }
    return facts;
  }

  private Map<ContractFacts.IndicatorKey, Result> resultsOf(int year) {
    Map<ContractFacts.IndicatorKey, Result> results = new HashMap<>();
    for (SimulatedMission mission : missions) {
      for (SimulatedIndicator one : mission.indicators()) {
        Result result = one.results().get(year);
        if (result != null) {
          results.put(
              new ContractFacts.IndicatorKey(mission.mission(), one.indicator().code()), result);
        }
      }
    }
    return results;
  }

  /** Runs the engine over it. */
  public Outcome run() {
    ContractFacts facts = facts();
    PaymentCalculator engine = new PaymentCalculator(facts);
    List<LedgerLine> lines =
        engine.due(List.of(), facts.calendar().end(years)).stream()
            .filter(line -> line.envelope().contractYear() <= years)
            .toList();
    Euros total = Euros.ZERO;
    TreeMap<Integer, Euros> byYear = new TreeMap<>();
    for (int year = 1; year <= years; year++) {
      byYear.put(year, Euros.ZERO);
    }
    for (LedgerLine line : lines) {
      total = total.plus(line.amount());
      byYear.merge(line.envelope().contractYear(), line.amount(), Euros::plus);
    }
    return new Outcome(lines, engine.open(), total, byYear, exact(engine, lines));
  }

  /** Entitlements where a year is settled, what was paid ahead where it is not. */
  private static Rational exact(PaymentCalculator engine, List<LedgerLine> lines) {
    Map<EnvelopeKey, Rational> entitlements = engine.entitlements();
    Rational exact = Rational.ZERO;
    for (Rational entitlement : entitlements.values()) {
      exact = exact.plus(entitlement);
    }
    for (LedgerLine line : lines) {
      if (!entitlements.containsKey(line.envelope())) {
        exact = exact.plus(line.amount().toRational());
      }
    }
    return exact;
  }

  /** The same with other missions. */
  public ContractSimulation with(List<SimulatedMission> others) {
    return new ContractSimulation(
        signedOn, table, size, years, others, sizeChanges, crises, orientationSpent, endsOn);
  }

  ContractSimulation ofSize(int other, Map<LocalDate, Integer> changes) {
    return new ContractSimulation(
        signedOn, table, other, years, missions, changes, crises, orientationSpent, endsOn);
  }
}
