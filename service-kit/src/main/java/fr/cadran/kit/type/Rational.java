package fr.cadran.kit.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction, always in lowest terms with a positive denominator. Rates and unrounded
 * results are kept in it; rounding happens once, where a figure is shown or published.
 *
 * <p>Parts below 2³¹ are computed with as long integers, whose products and sums then cannot
 * overflow; larger ones as big integers. Nobody sees the difference but the clock.
 */
public final class Rational implements Comparable<Rational> {
  private static final long SMALL = 1L << 31;

  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  /** The parts when both are small. */
  private final long top;

  private final long bottom;

  /** The parts when one of them is not small, else null. */
  private final @Nullable BigInteger bigTop;

  private final @Nullable BigInteger bigBottom;

  private Rational(
      long top, long bottom, @Nullable BigInteger bigTop, @Nullable BigInteger bigBottom) {
    this.top = top;
    this.bottom = bottom;
    this.bigTop = bigTop;
    this.bigBottom = bigBottom;
  }

  /**
   * The fraction of two integers, brought to lowest terms.
   *
   * @throws ArithmeticException when the denominator is zero
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    if (numerator.bitLength() < Long.SIZE - 1 && denominator.bitLength() < Long.SIZE - 1) {
      return of(numerator.longValue(), denominator.longValue());
    }
    if (denominator.signum() == 0) {
      throw noZero();
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    BigInteger above = numerator.divide(divisor);
    BigInteger below = denominator.divide(divisor);
    return isSmall(above) && isSmall(below)
        ? new Rational(above.longValue(), below.longValue(), null, null)
        : new Rational(0, 1, above, below);
  }

  private static boolean isSmall(BigInteger part) {
    return part.bitLength() < Long.SIZE - 1 && Math.abs(part.longValue()) < SMALL;
  }

  public static Rational of(long integer) {
    return of(integer, 1);
  }

  /**
   * The fraction of two integers, brought to lowest terms.
   *
   * @throws ArithmeticException when the denominator is zero
   */
  public static Rational of(long numerator, long denominator) {
    if (denominator == 0) {
      throw noZero();
    }
    if (numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE) {
      return of(
          BigInteger.valueOf(numerator).shiftLeft(1), BigInteger.valueOf(denominator).shiftLeft(1));
    }
    long divisor = gcd(Math.abs(numerator), Math.abs(denominator));
    if (denominator < 0) {
      divisor = -divisor;
    }
    long above = numerator / divisor;
    long below = denominator / divisor;
    return Math.abs(above) < SMALL && below < SMALL
        ? new Rational(above, below, null, null)
        : new Rational(0, 1, BigInteger.valueOf(above), BigInteger.valueOf(below));
  }

  private static long gcd(long one, long other) {
    long larger = one;
    long smaller = other;
    while (smaller != 0) {
      long rest = larger % smaller;
      larger = smaller;
      smaller = rest;
    }
    return larger;
  }

  private static ArithmeticException noZero() {
    return new ArithmeticException("a fraction has no zero denominator");
  }

  public static Rational of(BigDecimal decimal) {
    return decimal.scale() >= 0
        ? of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
        : of(decimal.toBigIntegerExact(), BigInteger.ONE);
  }

  /**
   * Reads what {@link #toString()} wrote: {@code 7/47} or {@code 12}.
   *
   * @throws NumberFormatException when the text is neither
   */
  public static Rational parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? of(new BigInteger(text), BigInteger.ONE)
        : of(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
  }

  /** Any integer; has no divisor in common with the denominator. */
  public BigInteger numerator() {
    return bigTop == null ? BigInteger.valueOf(top) : bigTop;
  }

  /** Above zero. */
  public BigInteger denominator() {
    return bigBottom == null ? BigInteger.valueOf(bottom) : bigBottom;
  }

  private boolean isSmall() {
    return bigTop == null;
  }

  public Rational plus(Rational other) {
    return isSmall() && other.isSmall()
        ? of(top * other.bottom + other.top * bottom, bottom * other.bottom)
        : of(
            numerator()
                .multiply(other.denominator())
                .add(other.numerator().multiply(denominator())),
            denominator().multiply(other.denominator()));
  }

  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  public Rational times(Rational other) {
    return isSmall() && other.isSmall()
        ? of(top * other.top, bottom * other.bottom)
        : of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException when the other is zero
   */
  public Rational dividedBy(Rational other) {
    return isSmall() && other.isSmall()
        ? of(top * other.bottom, bottom * other.top)
        : of(numerator().multiply(other.denominator()), denominator().multiply(other.numerator()));
  }

  public Rational negate() {
    return isSmall()
        ? new Rational(-top, bottom, null, null)
        : new Rational(0, 1, numerator().negate(), denominator());
  }

  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Rational min(Rational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public int signum() {
    return isSmall() ? Long.signum(top) : numerator().signum();
  }

  /** Rounded half up (away from zero on a tie) to a number of decimals. */
  public BigDecimal round(int decimals) {
    return new BigDecimal(numerator())
        .divide(new BigDecimal(denominator()), decimals, RoundingMode.HALF_UP);
  }

  /** A decimal approximation for ordering and filters, never for money. */
  public BigDecimal approximate(MathContext precision) {
    return new BigDecimal(numerator()).divide(new BigDecimal(denominator()), precision);
  }

  @Override
  public int compareTo(Rational other) {
    return isSmall() && other.isSmall()
        ? Long.compare(top * other.bottom, other.top * bottom)
        : numerator()
            .multiply(other.denominator())
            .compareTo(other.numerator().multiply(denominator()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Rational that)) {
      return false;
    }
    if (isSmall() || that.isSmall()) {
      return isSmall() && that.isSmall() && top == that.top && bottom == that.bottom;
    }
    return numerator().equals(that.numerator()) && denominator().equals(that.denominator());
  }

  @Override
  public int hashCode() {
    return 31 * numerator().hashCode() + denominator().hashCode();
  }

  /** The fraction in lowest terms, {@code 7/47}, or the integer alone. */
  @Override
  public String toString() {
    if (isSmall()) {
      return bottom == 1 ? Long.toString(top) : top + "/" + bottom;
    }
    return denominator().equals(BigInteger.ONE)
        ? numerator().toString()
        : numerator() + "/" + denominator();
  }
}
