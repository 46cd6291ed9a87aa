package fr.cadran.centres.completeness.domain;

import fr.cadran.kit.type.Finess;

/**
 * A centre that is expected to submit a quarter and has not.
 *
 * @param finess its number
 * @param name its name
 * @param departement INSEE code
 * @param region INSEE code
 */
public record MissingCentre(Finess finess, String name, String departement, String region) {}
