package fr.cadran.contracts.indicator.domain;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import org.jspecify.annotations.Nullable;

/** Turns the result of a year into a paid rate, with its trace. Exact to the end. */
public final class ResultReading {
  private static final String VALUE_MISSING = "VALUE_MISSING";

  private ResultReading() {}

  /**
   * What an indicator pays.
   *
   * @param indicator as it was agreed, checked by {@link IndicatorRules}
   * @param contractYear from 1
   * @param result of that year, null when there is none
   * @param envelope full-year envelope of its volet, that steps in euros are a part of
   */
  public static PaidRate of(
      ContractIndicator indicator, int contractYear, @Nullable Result result, Euros envelope) {
    // Means are engaged or not, and nothing else is: any other answer is none (seed 003).
    if (indicator.isMeans() != result instanceof Result.Means) {
      return new PaidRate.Unknown(VALUE_MISSING);
    }
    return switch (result) {
      case null -> new PaidRate.Unknown(VALUE_MISSING);
      case Result.Means(boolean engaged) ->
          new PaidRate.Known(
              engaged ? Rational.ONE : Rational.ZERO,
              null,
              "moyens engagés",
              engaged ? "oui" : "non",
              engaged ? "engagés : 1" : "non engagés : 0");
      case Result.AgreedRate(Rational rate, String reason) ->
          new PaidRate.Known(rate, null, "taux fixé par les trois parties", rate.toText(), reason);
      case Result.Measured(Rational value) -> measured(indicator, contractYear, value, envelope);
    };
  }

  private static PaidRate measured(
      ContractIndicator indicator, int contractYear, Rational value, Euros envelope) {
    return switch (indicator.scale()) {
      case AchievementScale.Agreed() -> new PaidRate.Unknown("RATE_NOT_AGREED");
      case AchievementScale.Steps steps -> step(indicator, steps, value, envelope);
      case AchievementScale.Interpolated scale when scale.reads() == AchievementScale.Reads.VALUE ->
          new PaidRate.Known(
              indicator.direction() == Direction.RISING
                  ? interpolate(scale, value)
                  : Rational.ONE.minus(interpolate(scale, value)),
              null,
              "valeur",
              value.toText(),
              thresholds(scale));
      default -> achieved(indicator, contractYear, value);
    };
  }

  private static PaidRate step(
      ContractIndicator indicator, AchievementScale.Steps scale, Rational value, Euros envelope) {
    for (AchievementScale.Step step : scale.steps()) {
      if (step.value().contains(value)) {
        return new PaidRate.Known(
            // An avenant can make the envelope smaller than the one that the steps were agreed for.
            ScaleRules.rateOf(step, indicator, envelope).min(Rational.ONE),
            null,
            "valeur",
            value.toText(),
            "palier " + step.value() + " : " + textOf(step.pays()));
      }
    }
    return new PaidRate.Unknown("VALUE_OUTSIDE_SCALE");
  }

  private static String textOf(AchievementScale.Payout pays) {
    return switch (pays) {
      case AchievementScale.Payout.OfShare(Rational share) -> share.toText();
      case AchievementScale.Payout.OfEuros(Euros euros) -> euros + " €";
    };
  }

  private static PaidRate achieved(ContractIndicator indicator, int contractYear, Rational value) {
    Rational target = indicator.targets().get(contractYear);
    if (target == null) {
      return new PaidRate.Unknown("TARGET_NOT_SET");
    }
    Rational baseline = indicator.baseline();
    if (baseline != null && indicator.maintain() && target.equals(baseline)) {
      return maintained(indicator, value, target);
    }
    if (!indicator.comparesWithBaseline()) {
      return paid(
          indicator,
          value.dividedBy(target),
          "valeur ÷ cible",
          value.toText() + " ÷ " + target.toText());
    }
    if (baseline == null) {
      return new PaidRate.Unknown("BASELINE_MISSING");
    }
    return paid(
        indicator,
        baseline.minus(value).dividedBy(baseline.minus(target)),
        "(référence − valeur) ÷ (référence − cible)",
        "(%s − %s) ÷ (%s − %s)"
            .formatted(baseline.toText(), value.toText(), baseline.toText(), target.toText()));
  }

  private static PaidRate maintained(ContractIndicator indicator, Rational value, Rational target) {
    boolean rising = indicator.direction() == Direction.RISING;
    int order = value.compareTo(target);
    boolean held = rising ? order >= 0 : order <= 0;
    return paid(
        indicator,
        held ? Rational.ONE : Rational.ZERO,
        rising ? "valeur ≥ cible (maintien)" : "valeur ≤ cible (maintien)",
        value.toText() + (rising ? " ≥ " : " ≤ ") + target.toText());
  }

  private static PaidRate paid(
      ContractIndicator indicator, Rational exact, String formula, String substituted) {
    Rational achievement = exact.max(Rational.ZERO).min(Rational.ONE);
    return switch (indicator.scale()) {
      case AchievementScale.AllOrNothing() -> {
        boolean reached = achievement.equals(Rational.ONE);
        yield new PaidRate.Known(
            reached ? Rational.ONE : Rational.ZERO,
            achievement,
            formula,
            substituted,
            reached ? "cible atteinte : 1" : "cible non atteinte : 0");
      }
      case AchievementScale.Bands(var bands) -> {
        for (AchievementScale.Band band : bands) {
          if (band.achievement().contains(achievement)) {
            yield new PaidRate.Known(
                band.pays(),
                achievement,
                formula,
                substituted,
                "tranche " + band.achievement() + " : " + band.pays().toText());
          }
        }
        yield new PaidRate.Unknown("ACHIEVEMENT_OUTSIDE_SCALE");
      }
      case AchievementScale.Interpolated scale ->
          new PaidRate.Known(
              interpolate(scale, achievement),
              achievement,
              formula,
              substituted,
              thresholds(scale));
      default ->
          new PaidRate.Known(
              achievement, achievement, formula, substituted, "au prorata, plafonné à 1");
    };
  }

  private static Rational interpolate(AchievementScale.Interpolated scale, Rational read) {
    return read.minus(scale.lower())
        .dividedBy(scale.upper().minus(scale.lower()))
        .max(Rational.ZERO)
        .min(Rational.ONE);
  }

  private static String thresholds(AchievementScale.Interpolated scale) {
    return "linéaire de " + scale.lower().toText() + " à " + scale.upper().toText();
  }
}
