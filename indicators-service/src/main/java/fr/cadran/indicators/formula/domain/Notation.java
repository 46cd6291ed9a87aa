package fr.cadran.indicators.formula.domain;

import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a figure is written inside a formula; writing never changes the figure. */
public enum Notation {
  /** Counts and plain decimals: {@code 1410}, {@code 0.5}. */
  NUMBER {
    @Override
    String writeUnsigned(Rational value) {
      return decimal(value, 0);
    }
  },
  /** Amounts: {@code 100000.00}. */
  EUROS {
    @Override
    String writeUnsigned(Rational value) {
      return decimal(value, 2);
    }
  },
  /** Rates: {@code 90 %}. */
  PERCENT {
    @Override
    String writeUnsigned(Rational value) {
      return decimal(value.times(Rational.of(100)), 0) + " %";
    }
  };

  abstract String writeUnsigned(Rational value);

  /**
   * Writes a figure exactly; a negative one stands in parentheses, so it can follow an operator.
   */
  public String write(Rational value) {
    return value.signum() < 0
        ? "(" + Operator.MINUS.sign() + writeUnsigned(value.negate()) + ")"
        : writeUnsigned(value);
  }

  private static String decimal(Rational value, int leastDecimals) {
    BigDecimal numerator = new BigDecimal(value.numerator());
    BigDecimal denominator = new BigDecimal(value.denominator());
    try {
      BigDecimal exact = numerator.divide(denominator).stripTrailingZeros();
      int decimals = Math.max(exact.scale(), leastDecimals);
      return exact.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    } catch (ArithmeticException endlessDecimals) {
      return "(" + value + ")";
    }
  }
}
