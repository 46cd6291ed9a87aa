package fr.cadran.indicators.recomputation.domain;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * A value or a gain that a full computation says otherwise.
 *
 * @param centre of which centre
 * @param quarter at which quarter
 * @param kind what differs
 * @param code of the indicator or of the method
 * @param period over which period
 * @param specialty of which specialty, null for the centre and for gains
 * @param before what was known, a figure or a reason; null when nothing was
 * @param after what was computed, null when it is no longer
 */
public record Difference(
    Finess centre,
    Quarter quarter,
    Kind kind,
    String code,
    String period,
    @Nullable String specialty,
    @Nullable String before,
    @Nullable String after) {
  /** What can differ. */
  public enum Kind {
    VALUE,
    GAIN
  }
}
