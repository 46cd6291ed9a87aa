package fr.cadran.indicators.cptsvalue.domain;

import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How an achievement rate reads in words. The dialogue tells the rate and its figures, not the
 * measuring mode, which stands in the signed annex: the reading is the usual formula that gives the
 * rate again, or says that the parties agreed on it (seed 003; scale «agreed»).
 *
 * @param formula with names
 * @param substituted with figures, null when no usual formula gives the rate
 */
public record AchievementReading(String formula, @Nullable String substituted) {
  private static final String FOLLOWED = "indicateur suivi : valeur convenue, sans taux d’atteinte";
  private static final String AGREED =
      "taux d’atteinte convenu par les trois parties, selon l’annexe signée de la mission";
  private static final String LEVEL = "atteinte = valeur ÷ cible, entre 0 et 1";
  private static final String PROGRESS =
      "atteinte = (valeur − référence) ÷ (cible − référence), entre 0 et 1";
  private static final String DECLINE =
      "atteinte = (référence − valeur) ÷ (référence − cible), entre 0 et 1";

  /** Producers give rates to at least so many decimals. */
  private static final Rational TOLERANCE = Rational.of(1, 1_000_000);

  /** The reading of a value. */
  public static AchievementReading of(CptsValue value) {
    BigDecimal achievement = value.achievement();
    if (achievement == null) {
      return new AchievementReading(FOLLOWED, null);
    }
    BigDecimal figure = value.value();
    BigDecimal target = value.target();
    BigDecimal baseline = value.baseline();
    if (figure != null && target != null) {
      boolean rising = value.direction() == CptsValue.Direction.RISING;
      if (rising && gives(achievement, figure, target)) {
        return new AchievementReading(LEVEL, text(figure) + " ÷ " + text(target));
      }
      if (rising
          && baseline != null
          && gives(achievement, figure.subtract(baseline), target.subtract(baseline))) {
        return new AchievementReading(
            PROGRESS, difference(figure, baseline) + " ÷ " + difference(target, baseline));
      }
      if (!rising
          && baseline != null
          && gives(achievement, baseline.subtract(figure), baseline.subtract(target))) {
        return new AchievementReading(
            DECLINE, difference(baseline, figure) + " ÷ " + difference(baseline, target));
      }
    }
    return new AchievementReading(AGREED, null);
  }

  private static boolean gives(BigDecimal rate, BigDecimal numerator, BigDecimal denominator) {
    if (denominator.signum() == 0) {
      return false;
    }
    Rational exact =
        Rational.of(numerator)
            .dividedBy(Rational.of(denominator))
            .max(Rational.ZERO)
            .min(Rational.ONE);
    Rational distance = exact.minus(Rational.of(rate));
    return distance.max(distance.negate()).compareTo(TOLERANCE) <= 0;
  }

  private static String difference(BigDecimal from, BigDecimal take) {
    return "(" + text(from) + " − " + text(take) + ")";
  }

  private static String text(BigDecimal figure) {
    return figure.signum() < 0 ? "(" + figure.toPlainString() + ")" : figure.toPlainString();
  }
}
