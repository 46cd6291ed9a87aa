package fr.cadran.indicators.benchmark.domain;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Rational;

/**
 * A centre with its value, as far as it is compared.
 *
 * @param centre which centre
 * @param managerKind kind of managing body
 * @param sizeBand how large it is
 * @param departement code of the département
 * @param region INSEE code of the région
 * @param value of the indicator
 */
public record Member(
    Finess centre,
    String managerKind,
    SizeBand sizeBand,
    String departement,
    String region,
    Rational value) {}
