package fr.cadran.contracts.indicator.domain;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.List;

/** How a result becomes a paid rate (cpts.md §6, seed 003). Checked by {@link ScaleRules}. */
public sealed interface AchievementScale {
  /** Everything when the target is reached, else nothing. */
  record AllOrNothing() implements AchievementScale {}

  /** The achievement itself, capped at 1. Seed 003: 10 of 15 pays 2/3. */
  record ProRata() implements AchievementScale {}

  /**
   * The band in which the achievement falls pays a rate. Seed 003: 10 of 15 falls in 51–75 % and
   * pays 75 %.
   *
   * @param bands that cover 0 to 1, in rising order
   */
  record Bands(List<Band> bands) implements AchievementScale {
    public Bands {
      bands = List.copyOf(bands);
    }
  }

  /**
   * One band.
   *
   * @param achievement which achievements fall in it
   * @param pays 0 to 1
   */
  record Band(Interval achievement, Rational pays) {}

  /**
   * The step in which the measured value itself falls pays.
   *
   * @param steps that cover every value from 0 on, in rising order
   */
  record Steps(List<Step> steps) implements AchievementScale {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  /** One step. */
  record Step(Interval value, Payout pays) {}

  /** What a step pays. */
  sealed interface Payout {
    /**
     * A part of what the indicator weighs.
     *
     * @param share 0 to 1
     */
    record OfShare(Rational share) implements Payout {}

    /**
     * Euros of a full year, at most what the indicator weighs.
     *
     * @param euros not below zero
     */
    record OfEuros(Euros euros) implements Payout {}
  }

  /**
   * Nothing up to the lower threshold, everything from the upper one, linear between them.
   *
   * @param lower below upper
   * @param upper above lower
   * @param reads what is compared with the thresholds
   */
  record Interpolated(Rational lower, Rational upper, Reads reads) implements AchievementScale {}

  /** What thresholds are thresholds of. */
  enum Reads {
    /** The achievement, 0 to 1. */
    ACHIEVEMENT,
    /** The measured value, in the indicator's own unit. */
    VALUE
  }

  /** Set by the three parties, with a written reason. */
  record Agreed() implements AchievementScale {}

  /** The name of the kind, as requests give it. */
  default String kind() {
    return switch (this) {
      case AllOrNothing() -> "ALL_OR_NOTHING";
      case ProRata() -> "PRO_RATA";
      case Bands bands -> "BANDS";
      case Steps steps -> "STEPS";
      case Interpolated interpolated -> "INTERPOLATED";
      case Agreed() -> "AGREED";
    };
  }

  /** Whether the scale needs an achievement, hence a target to compare with. */
  default boolean readsAchievement() {
    return switch (this) {
      case AllOrNothing() -> true;
      case ProRata() -> true;
      case Bands bands -> true;
      case Steps steps -> false;
      case Interpolated interpolated -> interpolated.reads() == Reads.ACHIEVEMENT;
      case Agreed() -> false;
    };
  }
}
