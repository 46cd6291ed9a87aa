package fr.cadran.contracts.indicator.domain;

import fr.cadran.kit.type.Rational;

/** What came out of a contract year for one indicator. */
public sealed interface Result {
  /**
   * A measured value.
   *
   * @param value in the indicator's own unit, not below zero
   */
  record Measured(Rational value) implements Result {}

  /**
   * A rate that the three parties set themselves.
   *
   * @param rate 0 to 1
   * @param reason in writing, not blank
   */
  record AgreedRate(Rational rate, String reason) implements Result {}

  /**
   * Means that were engaged, or not: 100 % or 0 % (seed 003).
   *
   * @param engaged whether they were
   */
  record Means(boolean engaged) implements Result {}
}
