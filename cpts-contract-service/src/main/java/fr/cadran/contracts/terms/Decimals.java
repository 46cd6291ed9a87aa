package fr.cadran.contracts.terms;

import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;

/** Exact decimals of fractions that were read from decimals. */
final class Decimals {
  private Decimals() {}

  /**
   * The decimal.
   *
   * @throws ArithmeticException when the fraction has none, which no request can bring about
   */
  static BigDecimal of(Rational value) {
    return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()));
  }
}
