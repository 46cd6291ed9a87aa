package fr.cadran.centres.centre.domain;

import fr.cadran.kit.type.CommuneCode;

/**
 * Where a centre stands, in the territories of today.
 *
 * @param commune INSEE code of the commune
 * @param communeName its name
 * @param departement INSEE code of its département, {@code 93}, {@code 2A}, {@code 974}
 * @param region INSEE code of its région, {@code 11}
 */
public record Location(
    CommuneCode commune, String communeName, String departement, String region) {}
