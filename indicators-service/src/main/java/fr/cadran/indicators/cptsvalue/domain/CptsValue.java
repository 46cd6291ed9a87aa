package fr.cadran.indicators.cptsvalue.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a mission for a contract year: a value that the parties agreed on, or the reason
 * why there is none; never both. Decimals are equal when their amounts are: 10 and 10.0 say the
 * same.
 *
 * @param mission code of the mission, {@code ACCES_SOINS}
 * @param indicator code within the contract, {@code patients-parcours}
 * @param label its name, as the annex of the mission gives it
 * @param type what it conditions
 * @param unit of the value, null when it is only a number
 * @param direction which way is better
 * @param baseline value before the mission, null when not known
 * @param target of the year, null when none was set
 * @param value agreed on, null when there is a missing reason
 * @param missingReason why there is no value, null when there is one
 * @param achievement achievement rate, null when there is none
 * @param paidRate rate that the scale pays, null for what is not paid
 * @param weight exact share of the variable envelope, null without one
 * @param amount what it pays, euros, null for what is not paid
 */
public record CptsValue(
    String mission,
    String indicator,
    String label,
    Type type,
    @Nullable String unit,
    Direction direction,
    @Nullable BigDecimal baseline,
    @Nullable BigDecimal target,
    @Nullable BigDecimal value,
    @Nullable String missingReason,
    @Nullable BigDecimal achievement,
    @Nullable BigDecimal paidRate,
    @Nullable String weight,
    @Nullable BigDecimal amount) {

  /** What an indicator conditions (seed 003). */
  public enum Type {
    MEANS,
    FOLLOW_UP,
    RESULT
  }

  /** Which way an indicator gets better. */
  public enum Direction {
    RISING,
    FALLING
  }

  /**
   * A value or a reason.
   *
   * @throws IllegalArgumentException when both or neither are there
   */
  public CptsValue {
    if ((value == null) == (missingReason == null)) {
      throw new IllegalArgumentException("either a value or a reason why there is none");
    }
    baseline = plain(baseline);
    target = plain(target);
    value = plain(value);
    achievement = plain(achievement);
    paidRate = plain(paidRate);
    amount = plain(amount);
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal decimal) {
    if (decimal == null) {
      return null;
    }
    BigDecimal stripped = decimal.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
