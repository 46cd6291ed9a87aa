package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why two simulations differ. The first is turned into the second one factor at a time, in the
 * order of {@link Factor}; what each step adds is its part. The parts make up the difference, to
 * the cent.
 *
 * @param from total of the first
 * @param to total of the second
 * @param parts in euros, by factor
 */
public record SimulationDifference(Euros from, Euros to, Map<Factor, Euros> parts) {
  /** What a difference comes from, in the order in which the factors are changed. */
  public enum Factor {
    /** The size class, at signature or later. */
    SIZE_CLASS,
    /** What indicators weigh. */
    WEIGHT,
    /** Targets, baselines, directions, modes and scales. */
    TARGET,
    /** Results. */
    ACHIEVEMENT,
    /** Everything else: table, dates, missions, indicators that only one of the two has. */
    OTHER_TERMS,
    /** Cents. */
    ROUNDING
  }

  /** The difference between two simulations. */
  public static SimulationDifference between(ContractSimulation from, ContractSimulation to) {
    ContractSimulation sized = isFunded(from, to) ? from.ofSize(to.size(), to.sizeChanges()) : from;
    ContractSimulation weighed = sized.with(replace(sized, to, SimulationDifference::weighed));
    ContractSimulation targeted = weighed.with(replace(weighed, to, SimulationDifference::aimed));
    ContractSimulation achieved =
        targeted.with(
            replace(
                targeted,
                to,
                (one, other) ->
                    new ContractSimulation.SimulatedIndicator(one.indicator(), other.results())));
    ContractSimulation.Outcome first = from.run();
    ContractSimulation.Outcome last = to.run();
    EnumMap<Factor, Euros> parts = new EnumMap<>(Factor.class);
    Rational before = first.exact();
    List<ContractSimulation> steps = List.of(sized, weighed, targeted, achieved);
    Euros named = Euros.ZERO;
    for (int i = 0; i < steps.size(); i++) {
      Rational after = steps.get(i).run().exact();
      Euros part = Euros.round(after.minus(before));
      parts.put(Factor.values()[i], part);
      named = named.plus(part);
      before = after;
    }
    Euros rest = Euros.round(last.exact().minus(before));
    parts.put(Factor.OTHER_TERMS, rest);
    parts.put(Factor.ROUNDING, last.total().minus(first.total()).minus(named).minus(rest));
    return new SimulationDifference(first.total(), last.total(), parts);
  }

  /**
   * Whether the table of the first says what it is worth at the sizes of the second; else the size
   * cannot be told from the table, and both are among the other terms.
   */
  private static boolean isFunded(ContractSimulation from, ContractSimulation to) {
    return Stream.concat(Stream.of(to.size()), to.sizeChanges().values().stream())
        .allMatch(size ->
            Stream.concat(
                    Stream.of(FundingLine.FONCTIONNEMENT),
                    from.missions().stream().map(ContractSimulation.SimulatedMission::mission))
                .allMatch(line -> from.table().funds(line, size)));
  }

  @FunctionalInterface
  private interface Change {
    ContractSimulation.SimulatedIndicator of(
        ContractSimulation.SimulatedIndicator one, ContractSimulation.SimulatedIndicator other);
  }

  private static List<ContractSimulation.SimulatedMission> replace(
      ContractSimulation from, ContractSimulation to, Change change) {
    List<ContractSimulation.SimulatedMission> missions = new ArrayList<>();
    for (ContractSimulation.SimulatedMission mission : from.missions()) {
      Optional<ContractSimulation.SimulatedMission> twin =
          to.missions().stream().filter(other -> other.mission() == mission.mission()).findFirst();
      missions.add(twin.isEmpty() ? mission : mission.with(replace(mission, twin.get(), change)));
    }
    return missions;
  }

  private static List<ContractSimulation.SimulatedIndicator> replace(
      ContractSimulation.SimulatedMission from,
      ContractSimulation.SimulatedMission to,
      Change change) {
    List<ContractSimulation.SimulatedIndicator> indicators = new ArrayList<>();
    for (ContractSimulation.SimulatedIndicator one : from.indicators()) {
      indicators.add(
          to.indicators().stream()
              .filter(other -> other.indicator().code().equals(one.indicator().code()))
              .findFirst()
              .map(other -> change.of(one, other))
              .orElse(one));
    }
    return indicators;
  }

  private static ContractSimulation.SimulatedIndicator weighed(
      ContractSimulation.SimulatedIndicator one, ContractSimulation.SimulatedIndicator other) {
    ContractIndicator is = one.indicator();
    return new ContractSimulation.SimulatedIndicator(
        new ContractIndicator(
            is.code(),
            is.label(),
            is.type(),
            is.level(),
            is.direction(),
            is.mode(),
            is.baseline(),
            is.targets(),
            is.maintain(),
            other.indicator().weight(),
            is.scale(),
            is.sheet()),
        one.results());
  }

  private static ContractSimulation.SimulatedIndicator aimed(
      ContractSimulation.SimulatedIndicator one, ContractSimulation.SimulatedIndicator other) {
    return new ContractSimulation.SimulatedIndicator(other.indicator(), one.results());
  }
}
