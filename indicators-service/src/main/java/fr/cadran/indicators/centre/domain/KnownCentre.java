package fr.cadran.indicators.centre.domain;

import fr.cadran.kit.type.Finess;

/**
 * A centre as the registry published it, as far as comparisons need it.
 *
 * @param finess which centre
 * @param name name in use
 * @param managerKind kind of managing body, e.g. {@code MUNICIPAL}
 * @param departement code of the département
 * @param region INSEE code of the région
 */
public record KnownCentre(
    Finess finess, String name, String managerKind, String departement, String region) {}
