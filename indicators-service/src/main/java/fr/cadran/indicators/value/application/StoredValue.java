package fr.cadran.indicators.value.application;

import fr.cadran.indicators.value.domain.IndicatorValue;
import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that the platform knows or knew.
 *
 * @param id under which its explanation is read
 * @param centre of which centre
 * @param value what was computed
 * @param knownFrom since when it is known: when it was computed
 * @param knownUntil when another took its place, null while it holds
 */
public record StoredValue(
    UUID id,
    Finess centre,
    IndicatorValue value,
    Instant knownFrom,
    @Nullable Instant knownUntil) {}
