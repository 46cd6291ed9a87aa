package fr.cadran.indicators.gain.domain;

import fr.cadran.kit.type.Rational;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one line of a calculation. An input that is absent is not known, which is not zero.
 *
 * @param specialty code of the specialty, null for the centre as a whole
 * @param figures what is known, exact
 */
public record GainRow(@Nullable String specialty, Map<GainInput, Rational> figures) {
  /** Copies the figures, in the order of the inputs. */
  public GainRow {
    Map<GainInput, Rational> known = new EnumMap<>(GainInput.class);
    known.putAll(figures);
    figures = Collections.unmodifiableMap(known);
  }

  /** A figure, null when it is not known. */
  public @Nullable Rational figure(GainInput input) {
    return figures.get(input);
  }
}
