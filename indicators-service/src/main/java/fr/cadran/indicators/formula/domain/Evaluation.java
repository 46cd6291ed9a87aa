package fr.cadran.indicators.formula.domain;

import fr.cadran.kit.type.Rational;

/** What became of a formula whose figures are all known. */
public sealed interface Evaluation {
  /**
   * The exact result.
   *
   * @param value never rounded
   */
  record Exact(Rational value) implements Evaluation {}

  /**
   * No result: a divisor is zero.
   *
   * @param divisor the first divisor that is zero
   */
  record ZeroDivisor(Expression divisor) implements Evaluation {}
}
