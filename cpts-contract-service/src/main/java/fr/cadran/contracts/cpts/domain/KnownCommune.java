package fr.cadran.contracts.cpts.domain;

import fr.cadran.kit.type.CommuneCode;
import org.jspecify.annotations.Nullable;

/**
 * A commune of the reference table.
 *
 * @param code INSEE code
 * @param name its name
 * @param parent the city that a municipal arrondissement is part of, null for a commune
 * @param departement INSEE code
 * @param region INSEE code
 * @param population municipal population, null where the table has none
 */
public record KnownCommune(
    CommuneCode code,
    String name,
    @Nullable CommuneCode parent,
    String departement,
    String region,
    @Nullable Integer population) {}
