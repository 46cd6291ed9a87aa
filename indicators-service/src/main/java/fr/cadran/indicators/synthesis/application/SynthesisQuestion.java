package fr.cadran.indicators.synthesis.application;

import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which synthesis is asked for.
 *
 * @param programme id of the programme
 * @param quarter up to which quarter, null for the last with a primary indicator
 * @param asOf as the platform knew programme and values at this instant; null: now
 */
public record SynthesisQuestion(
    String programme, @Nullable Quarter quarter, @Nullable Instant asOf) {}
