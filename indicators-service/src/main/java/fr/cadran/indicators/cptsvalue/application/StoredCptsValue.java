package fr.cadran.indicators.cptsvalue.application;

import fr.cadran.indicators.cptsvalue.domain.ClosedDialogue;
import fr.cadran.indicators.cptsvalue.domain.CptsValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value of a CPTS that the platform knows or knew.
 *
 * @param id under which its explanation is read
 * @param dialogue which agreed on it first
 * @param value what was agreed on
 * @param knownFrom since when it is known
 * @param knownUntil when another took its place, null while it holds
 */
public record StoredCptsValue(
    UUID id,
    ClosedDialogue dialogue,
    CptsValue value,
    Instant knownFrom,
    @Nullable Instant knownUntil) {}
