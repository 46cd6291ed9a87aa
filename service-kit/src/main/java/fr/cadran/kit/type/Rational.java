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
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  /** As many as, times a small part, still fit a long. */
  private static final long[] POWERS_OF_TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  /** The parts when both are small. */
  private final long top;

  private final long bottom;

  /** The parts when one of them is not small, else null. */
  private final @Nullable BigInteger bigTop;

  private final @Nullable BigInteger bigBottom;

  /** Made when first asked for: bounds, targets and rates stand in many traces. */
  private @Nullable String text;

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
    return Math.abs(integer) < SMALL && integer != Long.MIN_VALUE
        ? new Rational(integer, 1, null, null)
        : of(integer, 1);
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
    if (decimal.scale() >= 0
        && decimal.scale() < POWERS_OF_TEN.length
        && decimal.unscaledValue().bitLength() < Long.SIZE - 1) {
      return of(decimal.unscaledValue().longValue(), POWERS_OF_TEN[decimal.scale()]);
    }
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

  private boolean isZero() {
    return isSmall() && top == 0;
  }

  private boolean isOne() {
    return isSmall() && top == 1 && bottom == 1;
  }

  public Rational plus(Rational other) {
    if (other.isZero()) {
      return this;
    }
    if (isZero()) {
      return other;
    }
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
    if (other.isOne()) {
      return this;
    }
    if (isOne()) {
      return other;
    }
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
    if (other.isOne()) {
      return this;
    }
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

  /** The largest whole number that is not above it. */
  public Rational floor() {
    if (isSmall()) {
      return of(Math.floorDiv(top, bottom));
    }
    BigInteger[] cut = numerator().divideAndRemainder(denominator());
    return of(cut[1].signum() < 0 ? cut[0].subtract(BigInteger.ONE) : cut[0], BigInteger.ONE);
  }

  /** Rounded half up (away from zero on a tie) to a number of decimals. */
  public BigDecimal round(int decimals) {
    if (isSmall() && decimals >= 0 && decimals < POWERS_OF_TEN.length) {
      long scaled = top * POWERS_OF_TEN[decimals];
      long whole = scaled / bottom;
      boolean up = 2 * Math.abs(scaled % bottom) >= bottom;
      return BigDecimal.valueOf(up ? whole + Long.signum(top) : whole, decimals);
    }
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

  /**
   * As a trace shows it: the decimal where one exists, however long, else the fraction: {@code
   * 0.75}, {@code 12} or {@code 2/3}.
   */
  public String toText() {
    String known = text;
    if (known == null) {
      known = isSmall() ? smallText() : largeText();
      text = known;
    }
    return known;
  }

  private String smallText() {
    int twos = Long.numberOfTrailingZeros(bottom);
    long rest = bottom >> twos;
    int fives = 0;
    while (rest % 5 == 0) {
      rest /= 5;
      fives++;
    }
    int places = Math.max(twos, fives);
    if (bottom == 1 || rest != 1) {
      return toString();
    }
    if (places >= POWERS_OF_TEN.length) {
      return largeText();
    }
    // The denominator divides a power of ten: the digits are a product, nothing has to be rounded.
    long size = Math.abs(top);
    String digits = Long.toString(size % bottom * (POWERS_OF_TEN[places] / bottom));
    StringBuilder decimal = new StringBuilder(top < 0 ? "-" : "").append(size / bottom).append('.');
    return decimal.repeat("0", places - digits.length()).append(digits).toString();
  }

  private String largeText() {
    int twos = denominator().getLowestSetBit();
    BigInteger rest = denominator().shiftRight(twos);
    int fives = 0;
    for (BigInteger[] cut = rest.divideAndRemainder(FIVE);
        cut[1].signum() == 0;
        cut = rest.divideAndRemainder(FIVE)) {
      rest = cut[0];
      fives++;
    }
    return rest.equals(BigInteger.ONE)
        ? new BigDecimal(numerator())
            .divide(new BigDecimal(denominator()), Math.max(twos, fives), RoundingMode.UNNECESSARY)
            .toPlainString()
        : toString();
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
