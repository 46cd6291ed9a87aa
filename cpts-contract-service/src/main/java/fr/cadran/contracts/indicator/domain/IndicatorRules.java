package fr.cadran.contracts.indicator.domain;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the indicators of a mission must be when they are agreed, so that no later computation meets
 * an impossible division, an envelope that is not spent, or a result without a place on its scale.
 */
public final class IndicatorRules {
  private IndicatorRules() {}

  /**
   * Every fault of the indicators of a mission.
   *
   * @param indicators in declaration order
   * @param variable full-year variable envelope of the mission, null when it has none
   * @param contractYears how many contract years there are
   * @param pointer of the list
   */
  public static List<FieldError> errorsOf(
      List<ContractIndicator> indicators,
      @Nullable Euros variable,
      int contractYears,
      String pointer) {
    Euros envelope = variable == null ? Euros.ZERO : variable;
    List<FieldError> errors = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < indicators.size(); i++) {
      ContractIndicator indicator = indicators.get(i);
      String at = pointer + "/" + i;
      if (!codes.add(indicator.code())) {
        errors.add(new FieldError(at + "/code", "CODE_TWICE"));
      }
      List<FieldError> weight = weight(indicator, variable, at);
      errors.addAll(weight);
      if (!indicator.isMeans()) {
        errors.addAll(targets(indicator, contractYears, at));
        if (weight.isEmpty()) {
          errors.addAll(ScaleRules.errorsOf(indicator, envelope, at + "/scale"));
        }
      }
    }
    if (errors.isEmpty()) {
      errors.addAll(sums(indicators, envelope, pointer));
    }
    return errors;
  }

  private static List<FieldError> weight(
      ContractIndicator indicator, @Nullable Euros variable, String at) {
    Weight weight = indicator.weight();
    if (weight == null) {
      return indicator.type() == IndicatorType.FOLLOW_UP
          ? List.of()
          : List.of(new FieldError(at + "/weight", "WEIGHT_MISSING"));
    }
    String field = weight instanceof Weight.Amount ? "/weightEuros" : "/weight";
    boolean positive =
        switch (weight) {
          case Weight.Share(Rational share) -> share.signum() > 0;
          case Weight.Amount(Euros euros) -> euros.signum() > 0;
        };
    if (!positive) {
      return List.of(new FieldError(at + field, "WEIGHT_NOT_POSITIVE"));
    }
    if (indicator.isMeans()) {
      return weight instanceof Weight.Amount
          ? List.of(new FieldError(at + field, "MEANS_WEIGH_A_SHARE"))
          : List.of();
    }
    return variable == null || variable.signum() == 0
        ? List.of(new FieldError(at + field, "NO_VARIABLE_PART"))
        : List.of();
  }

  private static List<FieldError> targets(
      ContractIndicator indicator, int contractYears, String at) {
    List<FieldError> errors = new ArrayList<>();
    Rational baseline = indicator.baseline();
    boolean compares = indicator.scale().readsAchievement();
    if (compares && baseline == null && indicator.comparesWithBaseline()) {
      errors.add(new FieldError(at + "/baseline", "BASELINE_MISSING"));
    }
    for (Map.Entry<Integer, Rational> one : indicator.targets().entrySet()) {
      String place = at + "/targets/" + one.getKey();
      if (one.getKey() < 1 || one.getKey() > contractYears) {
        errors.add(new FieldError(place, "NO_SUCH_CONTRACT_YEAR"));
      } else if (compares) {
        errors.addAll(target(indicator, one.getValue(), baseline, place));
      }
    }
    return errors;
  }

  private static List<FieldError> target(
      ContractIndicator indicator, Rational target, @Nullable Rational baseline, String place) {
    if (baseline != null && target.equals(baseline)) {
      return indicator.maintain()
          ? List.of()
          : List.of(new FieldError(place, "TARGET_EQUALS_BASELINE"));
    }
    if (target.signum() == 0 && !indicator.comparesWithBaseline()) {
      return List.of(new FieldError(place, "TARGET_IS_ZERO"));
    }
    if (baseline == null) {
      return List.of();
    }
    int order = target.compareTo(baseline);
    return (indicator.direction() == Direction.RISING ? order > 0 : order < 0)
        ? List.of()
        : List.of(new FieldError(place, "TARGET_AGAINST_DIRECTION"));
  }

  private static List<FieldError> sums(
      List<ContractIndicator> indicators, Euros envelope, String pointer) {
    List<FieldError> errors = new ArrayList<>();
    if (!isWhole(indicators.stream().filter(ContractIndicator::isPaidByVariable), envelope)) {
      errors.add(new FieldError(pointer, "WEIGHTS_DO_NOT_SUM"));
    }
    if (!isWhole(indicators.stream().filter(ContractIndicator::isMeans), envelope)) {
      errors.add(new FieldError(pointer, "MEANS_WEIGHTS_DO_NOT_SUM"));
    }
    return errors;
  }

  /** Whether weights make up the envelope, to the cent and beyond; so do none at all. */
  private static boolean isWhole(Stream<ContractIndicator> weighted, Euros envelope) {
    List<Rational> shares =
        weighted
            .map(ContractIndicator::weight)
            .filter(Objects::nonNull)
            .map(weight -> weight.shareOf(envelope))
            .toList();
    return shares.isEmpty()
        || shares.stream().reduce(Rational.ZERO, Rational::plus).equals(Rational.ONE);
  }
}
