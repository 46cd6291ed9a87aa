package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.indicator.domain.AchievementScale;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.IndicatorRules;
import fr.cadran.contracts.indicator.domain.IndicatorType;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.payment.domain.ContractCalendar;
import fr.cadran.contracts.payment.domain.ContractSimulation;
import fr.cadran.contracts.terms.IndicatorRequest;
import fr.cadran.contracts.terms.ScaleRequest;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an imagined contract, and says everything that is wrong with it at once. */
final class SimulationReader {
  private static final String NO_SUCH_YEAR = "NO_SUCH_CONTRACT_YEAR";
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private final SimulationRequest request;
  private final String root;
  private final List<FieldError> errors = new ArrayList<>();

  private SimulationReader(SimulationRequest request, String root) {
    this.request = request;
    this.root = root;
  }

  /**
   * The simulation.
   *
   * @param root pointer of the request in the body
   * @throws ProblemException {@code INVALID} (422) with every fault
   */
  static ContractSimulation read(
      SimulationRequest request, String root, Function<String, Optional<FundingTable>> tables) {
    SimulationReader reader = new SimulationReader(request, root);
    FundingTable published = tables.apply(request.fundingTable()).orElse(null);
    if (published == null) {
      throw ProblemException.invalid(root + "/fundingTable", "FUNDING_TABLE_UNKNOWN");
    }
    ContractSimulation simulation = reader.simulation(published);
    Refusals.refuse(reader.errors);
    return simulation;
  }

  private ContractSimulation simulation(FundingTable published) {
    FundingTable table = published.under(parameters(published.parameters()));
    int all = table.parameters().count(RuleName.CONTRACT_YEARS);
    int years = request.years() == null ? all : request.years();
    ContractCalendar calendar = new ContractCalendar(request.signedOn(), all);
    if (years > all) {
      error("/years", NO_SUCH_YEAR);
    }
    if (request.signedOn().getYear() < FIRST_YEAR || request.signedOn().getYear() > LAST_YEAR) {
      error("/signedOn", "DAY_OUT_OF_RANGE");
    }
    if (!table.funds(FundingLine.FONCTIONNEMENT, request.size())) {
      error("/size", "SIZE_NOT_FUNDED");
    }
    List<ContractSimulation.SimulatedMission> missions = new ArrayList<>();
    Set<FundingLine> seen = EnumSet.noneOf(FundingLine.class);
    for (int i = 0; i < request.missions().size(); i++) {
      SimulationRequest.Mission one = request.missions().get(i);
      String at = "/missions/" + i;
      if (!seen.add(one.mission())) {
        error(at + "/mission", "MISSION_TWICE");
      }
      missions.add(mission(one, at, table, calendar));
    }
    Map<LocalDate, Integer> changes = sizeChanges(table, calendar);
    if (request.terminatedOn() != null
        && (request.terminatedOn().isBefore(request.signedOn())
            || request.terminatedOn().isAfter(calendar.term()))) {
      error("/terminatedOn", "DAY_OUTSIDE_CONTRACT");
    }
    List<LocalDate> crises = request.crises() == null ? List.of() : request.crises();
    for (int i = 0; i < crises.size(); i++) {
      if (calendar.yearOf(crises.get(i)) < 1 || calendar.yearOf(crises.get(i)) > all) {
        error("/crises/" + i, "DAY_OUTSIDE_CONTRACT");
      }
    }
    Map<Integer, Euros> spent = new HashMap<>();
    if (request.orientationSpent() != null) {
      request
          .orientationSpent()
          .forEach((year, euros) -> {
            checkYear(year, all, "/orientationSpent/" + year);
            spent.put(year, new Euros(euros));
          });
    }
    return new ContractSimulation(
        request.signedOn(),
        table,
        request.size(),
        years,
        missions,
        changes,
        crises,
        spent,
        request.terminatedOn());
  }

  private RuleParameters parameters(RuleParameters published) {
    RuleParameters supposed = published;
    if (request.parameters() != null) {
      for (Map.Entry<String, String> one : request.parameters().entrySet()) {
        Optional<RuleName> name = RuleName.ofToken(one.getKey());
        if (name.isEmpty()) {
          error("/parameters/" + pointer(one.getKey()), "PARAMETER_UNKNOWN");
        } else if (!name.get().accepts(one.getValue())) {
          error("/parameters/" + one.getKey(), "PARAMETER_VALUE_REFUSED");
        } else if (name.get() == RuleName.CONTRACT_YEARS && Integer.parseInt(one.getValue()) > 10) {
          error("/parameters/" + one.getKey(), "PARAMETER_VALUE_REFUSED");
        } else {
          supposed = supposed.suppose(name.get(), one.getValue());
        }
      }
    }
    return supposed;
  }

  private Map<LocalDate, Integer> sizeChanges(FundingTable table, ContractCalendar calendar) {
    Map<LocalDate, Integer> changes = new HashMap<>();
    if (request.sizeChanges() != null) {
      for (int i = 0; i < request.sizeChanges().size(); i++) {
        SimulationRequest.SizeChange one = request.sizeChanges().get(i);
        String at = "/sizeChanges/" + i;
        if (!one.from().isAfter(request.signedOn()) || !one.from().isBefore(calendar.term())) {
          error(at + "/from", "DAY_OUTSIDE_CONTRACT");
        }
        if (!table.funds(FundingLine.FONCTIONNEMENT, one.size())) {
          error(at + "/size", "SIZE_NOT_FUNDED");
        }
        if (changes.put(one.from(), one.size()) != null) {
          error(at + "/from", "DAY_TWICE");
        }
      }
    }
    return changes;
  }

  private ContractSimulation.SimulatedMission mission(
      SimulationRequest.Mission one, String at, FundingTable table, ContractCalendar calendar) {
    if (!one.mission().isMission()) {
      error(at + "/mission", "NOT_A_MISSION");
    } else if (!table.funds(one.mission(), request.size())) {
      error(at + "/mission", "MISSION_NOT_FUNDED");
    }
    if (one.startedOn().isBefore(request.signedOn())) {
      error(at + "/startedOn", "START_BEFORE_SIGNATURE");
    } else if (!one.startedOn().isBefore(calendar.term())) {
      error(at + "/startedOn", "START_AFTER_TERM");
    }
    if (one.endsOn() != null && !one.endsOn().isAfter(one.startedOn())) {
      error(at + "/endsOn", "END_BEFORE_START");
    }
    List<SimulationRequest.Indicator> given =
        one.indicators() == null ? List.of() : one.indicators();
    String place = at + "/indicators";
    List<IndicatorRequest> terms = given.stream().map(SimulationRequest.Indicator::terms).toList();
    List<FieldError> form = IndicatorRequest.errors(terms, root + place);
    errors.addAll(form);
    List<ContractSimulation.SimulatedIndicator> indicators = new ArrayList<>();
    if (form.isEmpty()) {
      List<ContractIndicator> agreed = terms.stream().map(IndicatorRequest::toDomain).toList();
      errors.addAll(
          IndicatorRules.errorsOf(
              agreed,
              table
                  .amount(one.mission(), Volet.VARIABLE, request.size())
                  .map(amount -> amount.amount())
                  .orElse(null),
              calendar.years(),
              root + place));
      for (int i = 0; i < agreed.size(); i++) {
        indicators.add(
            new ContractSimulation.SimulatedIndicator(
                agreed.get(i),
                results(given.get(i), agreed.get(i), calendar.years(), place + "/" + i)));
      }
    }
    return new ContractSimulation.SimulatedMission(
        one.mission(),
        one.startedOn(),
        one.endsOn(),
        Boolean.TRUE.equals(one.snpCompensation()),
        Boolean.TRUE.equals(one.snpOrientation()),
        indicators);
  }

  private Map<Integer, Result> results(
      SimulationRequest.Indicator given, ContractIndicator agreed, int years, String at) {
    boolean means = agreed.type() == IndicatorType.MEANS;
    boolean free = agreed.scale() instanceof AchievementScale.Agreed;
    Map<Integer, Result> results = new HashMap<>();
    take(
        given.values(),
        !means && !free,
        years,
        at + "/values",
        results,
        value -> new Result.Measured(Rational.of(value)));
    take(given.engaged(), means, years, at + "/engaged", results, Result.Means::new);
    take(
        given.agreed(),
        !means && free,
        years,
        at + "/agreed",
        results,
        rate -> new Result.AgreedRate(Rational.of(rate.rate()), rate.reason()));
    return results;
  }

  private <T> void take(
      @Nullable Map<Integer, T> given,
      boolean wanted,
      int years,
      String at,
      Map<Integer, Result> results,
      Function<T, Result> reading) {
    if (given == null || given.isEmpty()) {
      return;
    }
    if (!wanted) {
      error(at, "NOT_THE_RESULT_OF_THIS_INDICATOR");
      return;
    }
    given.forEach((year, value) -> {
      checkYear(year, years, at + "/" + year);
      results.put(year, reading.apply(value));
    });
  }

  private void checkYear(int year, int years, String at) {
    if (year < 1 || year > years) {
      error(at, NO_SUCH_YEAR);
    }
  }

  private void error(String pointer, String code) {
    errors.add(new FieldError(root + pointer, code));
  }

  private static String pointer(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  // ---- Hypotheses and other scales

  /**
   * The simulation under other values.
   *
   * @throws ProblemException {@code INVALID} (422) when an indicator is not there
   */
  static ContractSimulation under(
      ContractSimulation base, SimulationRequest.Hypothesis hypothesis, String at) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, Map<Integer, BigDecimal>> left = new HashMap<>(hypothesis.values());
    List<ContractSimulation.SimulatedMission> missions =
        change(
            base,
            left,
            (one, values) -> {
              Map<Integer, Result> results = new HashMap<>(one.results());
              values.forEach((year, value) -> {
                if (year < 1 || year > base.years()) {
                  errors.add(new FieldError(at + "/values", NO_SUCH_YEAR));
                }
                results.put(year, new Result.Measured(Rational.of(value)));
              });
              return new ContractSimulation.SimulatedIndicator(one.indicator(), results);
            });
    left.keySet()
        .forEach(unknown ->
            errors.add(new FieldError(at + "/values/" + pointer(unknown), "INDICATOR_UNKNOWN")));
    Refusals.refuse(errors);
    return base.with(missions);
  }

  /**
   * The simulation with other scales.
   *
   * @throws ProblemException {@code INVALID} (422) when an indicator is not there or a scale is
   *     wrong for it
   */
  static ContractSimulation with(
      ContractSimulation base, SimulationRequest.ScaleChoice choice, String at) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, ScaleRequest> left = new HashMap<>(choice.scales());
    List<ContractSimulation.SimulatedMission> missions =
        change(
            base,
            left,
            (one, scale) -> {
              IndicatorRequest before = IndicatorRequest.of(one.indicator());
              IndicatorRequest after =
                  new IndicatorRequest(
                      before.code(),
                      before.label(),
                      before.type(),
                      before.level(),
                      before.weight(),
                      before.weightEuros(),
                      before.direction(),
                      before.mode(),
                      before.baseline(),
                      before.targets(),
                      before.maintain(),
                      scale,
                      before.sheet());
              List<FieldError> form = after.errors(at + "/scales/" + before.code());
              errors.addAll(form);
              return form.isEmpty()
                  ? new ContractSimulation.SimulatedIndicator(after.toDomain(), one.results())
                  : one;
            });
    left.keySet()
        .forEach(unknown ->
            errors.add(new FieldError(at + "/scales/" + pointer(unknown), "INDICATOR_UNKNOWN")));
    if (errors.isEmpty()) {
      for (ContractSimulation.SimulatedMission mission : missions) {
        IndicatorRules.errorsOf(
                mission.indicators().stream()
                    .map(ContractSimulation.SimulatedIndicator::indicator)
                    .toList(),
                base.table()
                    .amount(mission.mission(), Volet.VARIABLE, base.size())
                    .map(amount -> amount.amount())
                    .orElse(null),
                base.table().parameters().count(RuleName.CONTRACT_YEARS),
                "")
            .forEach(error -> errors.add(new FieldError(at + "/scales", error.code())));
      }
    }
    Refusals.refuse(errors);
    return base.with(missions);
  }

  @FunctionalInterface
  private interface Change<T> {
    ContractSimulation.SimulatedIndicator of(ContractSimulation.SimulatedIndicator one, T other);
  }

  /** Applies what is given for each indicator, and takes it out of what is left. */
  private static <T> List<ContractSimulation.SimulatedMission> change(
      ContractSimulation base, Map<String, T> left, Change<T> change) {
    Map<String, T> given = Map.copyOf(left);
    return base.missions().stream()
        .map(mission ->
            new ContractSimulation.SimulatedMission(
                mission.mission(),
                mission.startedOn(),
                mission.endsOn(),
                mission.snpCompensation(),
                mission.snpOrientation(),
                mission.indicators().stream()
                    .map(one -> {
                      String code = one.indicator().code();
                      String full = mission.mission() + "/" + code;
                      T other = given.containsKey(full) ? given.get(full) : given.get(code);
                      left.remove(full);
                      left.remove(code);
                      return other == null ? one : change.of(one, other);
                    })
                    .collect(Collectors.toList())))
        .toList();
  }
}
