package fr.cadran.contracts.indicator.domain;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scale must be when it is agreed (cpts.md §6): no gap, no overlap, every bound on one side,
 * and never paying less for a better result.
 */
public final class ScaleRules {
  private ScaleRules() {}

  /**
   * Every fault of the scale of an indicator.
   *
   * @param pointer of the scale
   * @param envelope full-year envelope of the volet that the indicator weighs in
   */
  public static List<FieldError> errorsOf(
      ContractIndicator indicator, Euros envelope, String pointer) {
    return switch (indicator.scale()) {
      case AchievementScale.Bands(var bands) -> bands(bands, pointer + "/bands");
      case AchievementScale.Steps(var steps) ->
          steps(steps, indicator, envelope, pointer + "/steps");
      case AchievementScale.Interpolated scale -> interpolated(scale, pointer);
      case AchievementScale.AllOrNothing() -> List.of();
      case AchievementScale.ProRata() -> List.of();
      case AchievementScale.Agreed() -> List.of();
    };
  }

  private static List<FieldError> bands(List<AchievementScale.Band> bands, String pointer) {
    List<FieldError> errors =
        new ArrayList<>(
            tiling(
                bands.stream().map(AchievementScale.Band::achievement).toList(),
                Rational.ONE,
                pointer));
    List<Rational> rates = bands.stream().map(AchievementScale.Band::pays).toList();
    for (int i = 0; i < rates.size(); i++) {
      if (!isRate(rates.get(i))) {
        errors.add(new FieldError(pointer + "/" + i + "/pays", "RATE_OUT_OF_RANGE"));
      }
    }
    errors.addAll(order(rates, Direction.RISING, pointer));
    return errors;
  }

  private static List<FieldError> steps(
      List<AchievementScale.Step> steps,
      ContractIndicator indicator,
      Euros envelope,
      String pointer) {
    List<FieldError> errors =
        new ArrayList<>(
            tiling(steps.stream().map(AchievementScale.Step::value).toList(), null, pointer));
    List<Rational> rates = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      AchievementScale.Payout pays = steps.get(i).pays();
      boolean inEuros = pays instanceof AchievementScale.Payout.OfEuros;
      if (inEuros && isZero(indicator.weight(), envelope)) {
        errors.add(new FieldError(pointer + "/" + i + "/amount", "STEP_IN_EUROS_NEEDS_A_WEIGHT"));
        return errors;
      }
      Rational rate = rateOf(steps.get(i), indicator, envelope);
      if (!isRate(rate)) {
        errors.add(
            inEuros
                ? new FieldError(pointer + "/" + i + "/amount", "STEP_PAYS_TOO_MUCH")
                : new FieldError(pointer + "/" + i + "/share", "RATE_OUT_OF_RANGE"));
      }
      rates.add(rate);
    }
    errors.addAll(order(rates, indicator.direction(), pointer));
    return errors;
  }

  private static boolean isZero(@Nullable Weight weight, Euros envelope) {
    return weight == null || envelope.signum() == 0 || weight.shareOf(envelope).signum() == 0;
  }

  /** What a step pays, as a part of what the indicator weighs. */
  static Rational rateOf(AchievementScale.Step step, ContractIndicator indicator, Euros envelope) {
    return switch (step.pays()) {
      case AchievementScale.Payout.OfShare(Rational share) -> share;
      case AchievementScale.Payout.OfEuros(Euros euros) -> {
        Weight weight = indicator.weight();
        yield weight == null
            ? Rational.ZERO
            : euros.toRational().dividedBy(weight.shareOf(envelope).times(envelope.toRational()));
      }
    };
  }

  private static List<FieldError> interpolated(
      AchievementScale.Interpolated scale, String pointer) {
    if (scale.lower().compareTo(scale.upper()) >= 0) {
      return List.of(new FieldError(pointer + "/upper", "THRESHOLDS_IN_WRONG_ORDER"));
    }
    boolean outside =
        scale.reads() == AchievementScale.Reads.ACHIEVEMENT
            && (scale.lower().signum() < 0 || scale.upper().compareTo(Rational.ONE) > 0);
    return outside
        ? List.of(new FieldError(pointer + "/upper", "THRESHOLD_IS_NO_RATE"))
        : List.of();
  }

  /** The faults of intervals that must cover 0 to the end, null for no end, each figure once. */
  private static List<FieldError> tiling(
      List<Interval> intervals, @Nullable Rational end, String pointer) {
    if (intervals.isEmpty()) {
      return List.of(new FieldError(pointer, "SCALE_IS_EMPTY"));
    }
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      if (intervals.get(i).isEmpty()) {
        errors.add(new FieldError(pointer + "/" + i, "SCALE_PART_IS_EMPTY"));
      }
    }
    if (!intervals.getFirst().startsAtOrBelow(Rational.ZERO)) {
      errors.add(new FieldError(pointer + "/0", "SCALE_HAS_GAP"));
    }
    for (int i = 1; i < intervals.size(); i++) {
      String fault = seam(intervals.get(i - 1).to(), intervals.get(i).from());
      if (!fault.isEmpty()) {
        errors.add(new FieldError(pointer + "/" + i, fault));
      }
    }
    Interval last = intervals.getLast();
    boolean complete = end == null ? last.to() == null : last.endsAtOrAbove(end);
    if (!complete) {
      errors.add(new FieldError(pointer + "/" + (intervals.size() - 1), "SCALE_HAS_GAP"));
    }
    return errors;
  }

  private static String seam(@Nullable Bound before, @Nullable Bound after) {
    if (before == null || after == null) {
      return "SCALE_HAS_OVERLAP";
    }
    int order = before.at().compareTo(after.at());
    if (order != 0) {
      return order < 0 ? "SCALE_HAS_GAP" : "SCALE_HAS_OVERLAP";
    }
    if (before.included() == after.included()) {
      return before.included() ? "SCALE_HAS_OVERLAP" : "SCALE_BOUND_UNDECIDED";
    }
    return "";
  }

  private static List<FieldError> order(List<Rational> rates, Direction direction, String pointer) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 1; i < rates.size(); i++) {
      int order = rates.get(i).compareTo(rates.get(i - 1));
      if (direction == Direction.RISING ? order < 0 : order > 0) {
        errors.add(new FieldError(pointer + "/" + i, "SCALE_WRONG_DIRECTION"));
      }
    }
    return errors;
  }

  private static boolean isRate(Rational rate) {
    return rate.signum() >= 0 && rate.compareTo(Rational.ONE) <= 0;
  }
}
