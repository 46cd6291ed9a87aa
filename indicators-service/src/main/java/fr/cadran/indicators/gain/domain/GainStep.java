package fr.cadran.indicators.gain.domain;

import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An intermediate figure of a gain, as the sheet shows one in a column.
 *
 * @param name French, camel case
 * @param formula with names
 * @param substituted with figures, null when an input is missing
 * @param value exact, null when it cannot be computed
 */
public record GainStep(
    String name, String formula, @Nullable String substituted, @Nullable Rational value) {
  /** Four places, for display only: the gain is computed from the exact figure. */
  public @Nullable BigDecimal rounded() {
    return value == null ? null : value.round(4);
  }
}
