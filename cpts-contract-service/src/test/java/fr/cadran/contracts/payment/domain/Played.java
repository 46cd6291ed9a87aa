package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.indicator.domain.AchievementScale;
import fr.cadran.contracts.indicator.domain.Bound;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Direction;
import fr.cadran.contracts.indicator.domain.IndicatorSheet;
import fr.cadran.contracts.indicator.domain.IndicatorType;
import fr.cadran.contracts.indicator.domain.Interval;
import fr.cadran.contracts.indicator.domain.MeasuringMode;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.indicator.domain.Weight;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A scenario of the oracle in the engine's own terms. */
final class Played {
  private Played() {}

  static ContractFacts facts(DayByDayOracle.Scenario scenario) {
    DayByDayOracle.Stretch first = scenario.stretches().getFirst();
    ContractFacts facts =
        ContractFacts.signed(
            scenario.signedOn(), table(first.table(), scenario.rules()), first.size());
    for (DayByDayOracle.Stretch later :
        scenario.stretches().subList(1, scenario.stretches().size())) {
      facts = facts.withTerms(later.from(), table(later.table(), scenario.rules()), later.size());
    }
    for (DayByDayOracle.Mission mission : scenario.missions()) {
      facts = facts.withMission(mission(mission));
    }
    for (Map.Entry<Integer, DayByDayOracle.Closed> closed : scenario.closed().entrySet()) {
      facts = facts.withClosing(closed.getKey(), closing(closed.getValue()));
    }
    for (var crisis : scenario.crises()) {
      facts = facts.withCrisis(crisis);
    }
    return scenario.endsOn() == null ? facts : facts.endedOn(scenario.endsOn());
  }

  private static FundingTable table(int year, DayByDayOracle.Rules rules) {
    FundingTable table = year == 2019 ? Tables.ACI_2019 : Tables.ACI_2022;
    Map<RuleName, String> chosen = new TreeMap<>();
    choose(chosen, rules.byMonths(), RuleName.PRORATION, "MONTHS");
    choose(chosen, rules.wholeVariableInAPartialYear(), RuleName.VARIABLE_FIRST_YEAR, "FULL");
    choose(chosen, rules.sizeFromNextYear(), RuleName.SIZE_CHANGE, "NEXT_YEAR");
    choose(chosen, rules.unspentIsRecovered(), RuleName.UNSPENT_EARMARKED, "RECOVERED");
    choose(chosen, rules.snpAtClosing(), RuleName.SNP_SCHEDULE, "AT_CLOSING");
    choose(chosen, rules.crisisAtClosing(), RuleName.CRISIS_SCHEDULE, "AT_CLOSING");
    choose(
        chosen, rules.advanceWithoutMission(), RuleName.RUNNING_COSTS_WITHOUT_MISSION, "ADVANCE");
    for (Map.Entry<RuleName, String> one : chosen.entrySet()) {
      table = Tables.with(table, one.getKey(), one.getValue());
    }
    return table;
  }

  private static void choose(
      Map<RuleName, String> chosen, boolean wanted, RuleName name, String value) {
    if (wanted) {
      chosen.put(name, value);
    }
  }

  private static ContractFacts.StartedMission mission(DayByDayOracle.Mission mission) {
    FundingLine line = FundingLine.valueOf(mission.line());
    return new ContractFacts.StartedMission(
        line,
        mission.startedOn(),
        mission.endsOn(),
        mission.compensation(),
        mission.orientation(),
        mission.annexes().stream()
            .map(annexed ->
                new ContractFacts.Annex(
                    annexed.fromYear(), annexed.goals().stream().map(Played::indicator).toList()))
            .toList());
  }

  static ContractIndicator indicator(DayByDayOracle.Goal goal) {
    Map<Integer, Rational> targets = new TreeMap<>();
    goal.targets().forEach((year, target) -> targets.put(year, exact(target)));
    return new ContractIndicator(
        goal.code(),
        goal.code(),
        switch (goal.kind()) {
          case 'M' -> IndicatorType.MEANS;
          case 'F' -> IndicatorType.FOLLOW_UP;
          default -> IndicatorType.RESULT;
        },
        ContractIndicator.Level.LOCAL,
        goal.falling() ? Direction.FALLING : Direction.RISING,
        goal.progress() ? MeasuringMode.PROGRESS : MeasuringMode.LEVEL,
        goal.baseline().isEmpty() ? null : exact(goal.baseline()),
        targets,
        goal.maintain(),
        weight(goal),
        scale(goal.scale()),
        IndicatorSheet.BLANK);
  }

  /** Above one it is euros, else a share. */
  private static @Nullable Weight weight(DayByDayOracle.Goal goal) {
    if (goal.kind() == 'F') {
      return null;
    }
    Rational weight = exact(goal.weight());
    return weight.compareTo(Rational.ONE) > 0
        ? new Weight.Amount(Euros.of(goal.weight()))
        : new Weight.Share(weight);
  }

  static AchievementScale scale(String text) {
    String[] words = text.split(" ", -1);
    return switch (words[0]) {
      case "ALL_OR_NOTHING" -> new AchievementScale.AllOrNothing();
      case "PRO_RATA" -> new AchievementScale.ProRata();
      case "AGREED" -> new AchievementScale.Agreed();
      case "BANDS" -> {
        List<String> figures = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
          figures.addAll(List.of(words[i].split(":", -1)));
        }
        yield Indicators.bands(figures.toArray(String[]::new));
      }
      case "STEPS" -> {
        List<AchievementScale.Step> steps = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
          Bound to =
              i + 1 < words.length ? Bound.excluding(exact(words[i + 1].split(":", -1)[0])) : null;
          String[] step = words[i].split(":", -1);
          steps.add(
              new AchievementScale.Step(
                  new Interval(Bound.including(exact(step[0])), to),
                  new AchievementScale.Payout.OfShare(exact(step[1]))));
        }
        yield new AchievementScale.Steps(steps);
      }
      case "LINEAR" ->
          new AchievementScale.Interpolated(
              exact(words[1]), exact(words[2]), AchievementScale.Reads.ACHIEVEMENT);
      case "LINEAR_VALUE" ->
          new AchievementScale.Interpolated(
              exact(words[1]), exact(words[2]), AchievementScale.Reads.VALUE);
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static ContractFacts.Closing closing(DayByDayOracle.Closed closed) {
    Map<ContractFacts.IndicatorKey, Result> results = new HashMap<>();
    closed
        .results()
        .forEach((key, said) -> {
          String[] place = key.split("/", -1);
          String[] words = said.split(" ", -1);
          results.put(
              new ContractFacts.IndicatorKey(FundingLine.valueOf(place[0]), place[1]),
              switch (words[0]) {
                case "means" -> new Result.Means(words[1].equals("yes"));
                case "agreed" -> new Result.AgreedRate(exact(words[1]), "décision des parties");
                default -> new Result.Measured(exact(words[1]));
              });
        });
    return new ContractFacts.Closing(
        closed.on(), results, closed.spentCents() == null ? null : cents(closed.spentCents()));
  }

  static Euros cents(long cents) {
    return new Euros(BigDecimal.valueOf(cents, 2));
  }

  static Rational exact(String text) {
    return text.contains("/") ? Rational.parse(text) : Rational.of(new BigDecimal(text));
  }
}
