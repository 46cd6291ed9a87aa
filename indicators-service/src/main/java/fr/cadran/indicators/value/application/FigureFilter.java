package fr.cadran.indicators.value.application;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are compared: those of single quarters.
 *
 * @param indicators codes
 * @param from not before this quarter, null without a bound
 * @param to not after this quarter, null without a bound
 * @param centres of these centres, null for all
 * @param specialty of one specialty, null for the centre as a whole
 * @param asOf as the platform knew them at this instant; null: now
 */
public record FigureFilter(
    Set<String> indicators,
    @Nullable Quarter from,
    @Nullable Quarter to,
    @Nullable Set<Finess> centres,
    @Nullable String specialty,
    @Nullable Instant asOf) {

  /** Copies the sets. */
  public FigureFilter {
    indicators = Set.copyOf(indicators);
    centres = centres == null ? null : Set.copyOf(centres);
  }
}
