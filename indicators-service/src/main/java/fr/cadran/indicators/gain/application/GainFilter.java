package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which gains of a centre are asked for.
 *
 * @param centre of which centre
 * @param levier of one levier, null for every one
 * @param method by one method, null for every one
 * @param quarter of one quarter, null for all
 * @param updatedSince computed at or after this instant, null for all
 * @param asOf as the platform knew them at this instant; null: now
 */
public record GainFilter(
    Finess centre,
    @Nullable Levier levier,
    @Nullable GainMethod method,
    @Nullable Quarter quarter,
    @Nullable Instant updatedSince,
    @Nullable Instant asOf) {}
