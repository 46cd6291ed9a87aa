package fr.cadran.kit.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact fraction, always in lowest terms with a positive denominator. Rates and unrounded
 * results are kept in it; rounding happens once, where a figure is shown or published.
 *
 * @param numerator any integer
 * @param denominator above zero
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  /**
   * Brings the fraction to lowest terms.
   *
   * @throws ArithmeticException when the denominator is zero
   */
  public Rational {
    Objects.requireNonNull(numerator);
    Objects.requireNonNull(denominator);
    if (denominator.signum() == 0) {
      throw new ArithmeticException("a fraction has no zero denominator");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  public static Rational of(long integer) {
    return new Rational(BigInteger.valueOf(integer), BigInteger.ONE);
  }

  /**
   * The fraction of two integers.
   *
   * @throws ArithmeticException when the denominator is zero
   */
  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public static Rational of(BigDecimal decimal) {
    return decimal.scale() >= 0
        ? new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
        : new Rational(decimal.toBigIntegerExact(), BigInteger.ONE);
  }

  /**
   * Reads what {@link #toString()} wrote: {@code 7/47} or {@code 12}.
   *
   * @throws NumberFormatException when the text is neither
   */
  public static Rational parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Rational(new BigInteger(text), BigInteger.ONE)
        : new Rational(
            new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException when the other is zero
   */
  public Rational dividedBy(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Rational min(Rational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public int signum() {
    return numerator.signum();
  }

  /** Rounded half up (away from zero on a tie) to a number of decimals. */
  public BigDecimal round(int decimals) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
  }

  /** A decimal approximation for ordering and filters, never for money. */
  public BigDecimal approximate(MathContext precision) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), precision);
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** The fraction in lowest terms, {@code 7/47}, or the integer alone. */
  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
