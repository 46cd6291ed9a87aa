package fr.cadran.contracts.cpts.domain;

import fr.cadran.kit.type.CommuneCode;

/**
 * Where a CPTS has its seat: this decides which ARS and which CPAM answer for it, even when its
 * territory reaches over two départements.
 *
 * @param commune INSEE code
 * @param communeName its name
 * @param departement INSEE code of its département, {@code 93}, {@code 2A}, {@code 974}
 * @param region INSEE code of its région, {@code 11}
 */
public record Seat(CommuneCode commune, String communeName, String departement, String region) {}
