package fr.cadran.indicators.value.application;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which values are asked for; null leaves a side open.
 *
 * @param centre of one centre
 * @param quarter of one quarter
 * @param from not before this quarter
 * @param to not after this quarter
 * @param indicator of one indicator, by code
 * @param levier of the indicators of one levier
 * @param specialty of one specialty; without it both those of specialties and those of the centre
 * @param departement of the centres of one département
 * @param updatedSince computed at or after this instant
 * @param asOf as the platform knew them at this instant; null: now
 */
public record ValueFilter(
    @Nullable Finess centre,
    @Nullable Quarter quarter,
    @Nullable Quarter from,
    @Nullable Quarter to,
    @Nullable String indicator,
    @Nullable Levier levier,
    @Nullable String specialty,
    @Nullable String departement,
    @Nullable Instant updatedSince,
    @Nullable Instant asOf) {}
