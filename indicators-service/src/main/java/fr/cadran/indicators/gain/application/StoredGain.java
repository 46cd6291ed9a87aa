package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.gain.domain.PotentialGain;
import fr.cadran.indicators.gain.domain.QuarterGain;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gain that the platform knows or knew, from the centre's own data.
 *
 * @param id stable identifier
 * @param centre of which centre
 * @param of the quarter, what was computed and from what
 * @param knownFrom since when it is known: when it was computed
 * @param knownUntil when another took its place, null while it holds
 */
public record StoredGain(
    UUID id, Finess centre, QuarterGain of, Instant knownFrom, @Nullable Instant knownUntil) {

  /** Of which quarter. */
  public Quarter quarter() {
    return of.quarter();
  }

  /** What was computed. */
  public PotentialGain gain() {
    return of.gain();
  }
}
