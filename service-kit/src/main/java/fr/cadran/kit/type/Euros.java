package fr.cadran.kit.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An amount of euros to the cent. Never rounds by itself: an amount with a third decimal that is
 * not zero is refused; {@link #round(Rational)} is the one place where an exact result becomes
 * cents.
 *
 * @param amount euros, scale 2
 */
public record Euros(BigDecimal amount) implements Comparable<Euros> {
  private static final int MOST_DIGITS = 13;

  public static final Euros ZERO = new Euros(BigDecimal.ZERO);

  /**
   * Checks the form of the value.
   *
   * @throws InvalidValueException {@code AMOUNT_HAS_MORE_THAN_TWO_DECIMALS}, {@code
   *     AMOUNT_TOO_LARGE}
   */
  public Euros {
    Objects.requireNonNull(amount);
    // Before anything is computed: a short text such as 1e400000000 would fill the memory.
    if (amount.signum() != 0 && (long) amount.precision() - amount.scale() > MOST_DIGITS) {
      throw new InvalidValueException(
          "AMOUNT_TOO_LARGE", "an amount in euros has at most thirteen digits before the decimals");
    }
    if (amount.scale() > MOST_DIGITS) {
      throw tooPrecise();
    }
    try {
      amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException thirdDecimal) {
      throw tooPrecise();
    }
  }

  private static InvalidValueException tooPrecise() {
    return new InvalidValueException(
        "AMOUNT_HAS_MORE_THAN_TWO_DECIMALS", "an amount in euros has at most two decimals");
  }

  /**
   * Reads an amount.
   *
   * @param amount a decimal number of euros, for example {@code "82907.80"}
   * @throws InvalidValueException {@code AMOUNT_HAS_MORE_THAN_TWO_DECIMALS}, {@code
   *     AMOUNT_TOO_LARGE}
   */
  public static Euros of(String amount) {
    return new Euros(new BigDecimal(amount));
  }

  /** An exact figure rounded to the cent, half up (away from zero on a tie). */
  public static Euros round(Rational exact) {
    return new Euros(exact.round(2));
  }

  /** The same amount as an exact fraction. */
  public Rational toRational() {
    return Rational.of(amount);
  }

  public Euros plus(Euros other) {
    return new Euros(amount.add(other.amount));
  }

  public Euros minus(Euros other) {
    return new Euros(amount.subtract(other.amount));
  }

  /** -1, 0 or 1 as the amount is below, at or above zero. */
  public int signum() {
    return amount.signum();
  }

  @Override
  public int compareTo(Euros other) {
    return amount.compareTo(other.amount);
  }

  /** The amount with its two decimals, for example {@code 82907.80}. */
  @Override
  public String toString() {
    return amount.toPlainString();
  }
}
