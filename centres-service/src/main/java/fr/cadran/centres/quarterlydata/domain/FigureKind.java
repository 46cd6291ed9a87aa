package fr.cadran.centres.quarterlydata.domain;

import java.math.BigDecimal;
import java.util.Optional;

/** Which values a figure of the grid may have. */
public enum FigureKind {
  /** A number of things: an integer, zero or more. */
  COUNT(0, false, FigureKind.LARGEST),
  /** Rooms: a number of things that never has five digits. */
  ROOMS(0, false, 4),
  /** Euros to the cent, zero or more. */
  AMOUNT(2, false, FigureKind.LARGEST),
  /** Euros to the cent; reversals may make it negative. */
  SIGNED_AMOUNT(2, true, FigureKind.LARGEST),
  /** Full-time equivalents, sessions or hours: at most two decimals, zero or more. */
  QUANTITY(2, false, FigureKind.LARGEST),
  /** A share: 0 to 1. */
  RATE(10, true, FigureKind.LARGEST);

  /** Integer digits far above any centre, and few enough for sums to stay exact everywhere. */
  private static final int LARGEST = 12;

  private final int decimals;
  private final boolean signed;

  private final int integerDigits;

  FigureKind(int decimals, boolean signed, int integerDigits) {
    this.decimals = decimals;
    this.signed = signed;
    this.integerDigits = integerDigits;
  }

  /** The code of what is wrong with a value, nothing when it is acceptable. Never rounds. */
  Optional<String> refusalOf(BigDecimal value) {
    // Digits are counted before anything is computed: 1e999999999 is eleven characters of input.
    if ((long) value.precision() - value.scale() > integerDigits) {
      return Optional.of(this == RATE ? FieldCodes.RATE_OUT_OF_RANGE : FieldCodes.TOO_LARGE);
    }
    if (value.stripTrailingZeros().scale() > decimals) {
      return Optional.of(
          switch (this) {
            case COUNT, ROOMS -> FieldCodes.NOT_AN_INTEGER;
            case AMOUNT, SIGNED_AMOUNT -> FieldCodes.AMOUNT_HAS_MORE_THAN_TWO_DECIMALS;
            case QUANTITY, RATE -> FieldCodes.TOO_MANY_DECIMALS;
          });
    }
    if (this == RATE && (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0)) {
      return Optional.of(FieldCodes.RATE_OUT_OF_RANGE);
    }
    if (!signed && value.signum() < 0) {
      return Optional.of(FieldCodes.NEGATIVE);
    }
    return Optional.empty();
  }
}
