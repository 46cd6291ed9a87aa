package fr.cadran.centres.completeness.application;

import fr.cadran.kit.type.Quarter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which centres and which quarter are measured.
 *
 * @param quarter the quarter
 * @param departement INSEE code, null for all
 * @param region INSEE code, null for all
 * @param programme whose cohort is measured, as it was in the quarter; null for all centres
 */
public record CompletenessFilter(
    Quarter quarter,
    @Nullable String departement,
    @Nullable String region,
    @Nullable UUID programme) {}
