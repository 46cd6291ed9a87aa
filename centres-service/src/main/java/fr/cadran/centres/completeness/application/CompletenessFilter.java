package fr.cadran.centres.completeness.application;

import fr.cadran.kit.type.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * Which centres and which quarter are measured.
 *
 * @param quarter the quarter
 * @param departement INSEE code, null for all
 * @param region INSEE code, null for all
 */
public record CompletenessFilter(
    Quarter quarter, @Nullable String departement, @Nullable String region) {}
