package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.gain.domain.PotentialGain;
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
 * @param quarter of which quarter
 * @param recordVersion from which version of its quarterly data
 * @param gain what was computed
 * @param knownFrom since when it is known: when it was computed
 * @param knownUntil when another took its place, null while it holds
 */
public record StoredGain(
    UUID id,
    Finess centre,
    Quarter quarter,
    int recordVersion,
    PotentialGain gain,
    Instant knownFrom,
    @Nullable Instant knownUntil) {}
