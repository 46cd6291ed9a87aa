package fr.cadran.contracts.indicator.domain;

import fr.cadran.kit.type.Rational;
import org.jspecify.annotations.Nullable;

/** What an indicator pays for a year, or why that cannot be said. */
public sealed interface PaidRate {
  /**
   * A paid rate.
   *
   * @param rate 0 to 1
   * @param achievement 0 to 1, null when the scale does not read one
   * @param formula of the achievement or of the reading, with names
   * @param substituted with figures
   * @param reading how the scale turned it into the rate
   */
  record Known(
      Rational rate,
      @Nullable Rational achievement,
      String formula,
      String substituted,
      String reading)
      implements PaidRate {}

  /**
   * No rate.
   *
   * @param reason stable code, for example {@code TARGET_NOT_SET}
   */
  record Unknown(String reason) implements PaidRate {}
}
