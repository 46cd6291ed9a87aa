package fr.cadran.indicators.gain.domain;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gain of one specialty, or the reason why there is none; never both, and never below zero.
 *
 * @param row the inputs
 * @param gain rounded half up to the cent, once, here
 * @param unrounded the exact gain
 * @param missingReason {@code MISSING_INPUT: revenue}, {@code NEGATIVE_INPUT: revenue} or {@code
 *     ZERO_DENOMINATOR: honoured, notHonoured}
 * @param formula with names
 * @param substituted with figures, null when an input is missing
 * @param steps the intermediate figures
 * @param warnings codes of what the reader must know
 */
public record RowGain(
    GainRow row,
    @Nullable Euros gain,
    @Nullable Rational unrounded,
    @Nullable String missingReason,
    String formula,
    @Nullable String substituted,
    List<GainStep> steps,
    List<String> warnings) {
  /** Copies the lists. */
  public RowGain {
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }
}
