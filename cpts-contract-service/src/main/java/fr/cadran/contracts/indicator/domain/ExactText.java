package fr.cadran.contracts.indicator.domain;

import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** How exact figures stand in a trace: as a decimal where one exists, else as a fraction. */
public final class ExactText {
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  private static final long[] POWERS_OF_TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  private ExactText() {}

  /** {@code 0.75}, {@code 12} or {@code 2/3}. */
  public static String of(Rational value) {
    if (value.denominator().equals(BigInteger.ONE)) {
      return value.numerator().toString();
    }
    if (value.denominator().bitLength() < Integer.SIZE
        && value.numerator().bitLength() < Integer.SIZE) {
      return small(value);
    }
    int twos = value.denominator().getLowestSetBit();
    BigInteger rest = value.denominator().shiftRight(twos);
    int fives = 0;
    for (BigInteger[] cut = rest.divideAndRemainder(FIVE);
        cut[1].signum() == 0;
        cut = rest.divideAndRemainder(FIVE)) {
      rest = cut[0];
      fives++;
    }
    return rest.equals(BigInteger.ONE)
        ? new BigDecimal(value.numerator())
            .divide(
                new BigDecimal(value.denominator()),
                Math.max(twos, fives),
                RoundingMode.UNNECESSARY)
            .toPlainString()
        : value.toString();
  }

  /** The same for small parts, which nearly all are. */
  private static String small(Rational value) {
    long rest = value.denominator().longValue();
    int twos = Long.numberOfTrailingZeros(rest);
    rest >>= twos;
    int fives = 0;
    while (rest % 5 == 0) {
      rest /= 5;
      fives++;
    }
    if (rest != 1) {
      return value.toString();
    }
    int places = Math.max(twos, fives);
    // A divisor of a power of ten: the decimal digits are a product, no division has to round.
    return places < POWERS_OF_TEN.length
        ? BigDecimal.valueOf(
                Math.multiplyExact(
                    value.numerator().longValue(),
                    POWERS_OF_TEN[places] / value.denominator().longValue()),
                places)
            .toPlainString()
        : BigDecimal.valueOf(value.numerator().longValue())
            .divide(
                BigDecimal.valueOf(value.denominator().longValue()),
                places,
                RoundingMode.UNNECESSARY)
            .toPlainString();
  }
}
