package fr.cadran.indicators.cptsvalue.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which values of CPTS are asked for; null leaves a side open.
 *
 * @param cpts of one CPTS
 * @param contractYear of one contract year, from 1
 * @param indicator of one indicator, by code
 * @param departement of the CPTS whose seat is in one département
 * @param updatedSince known at or after this instant
 * @param asOf as the platform knew them at this instant; null: now
 */
public record CptsValueFilter(
    @Nullable UUID cpts,
    @Nullable Integer contractYear,
    @Nullable String indicator,
    @Nullable String departement,
    @Nullable Instant updatedSince,
    @Nullable Instant asOf) {}
