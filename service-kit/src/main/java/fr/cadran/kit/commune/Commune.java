package fr.cadran.kit.commune;

import fr.cadran.kit.type.CommuneCode;
import org.jspecify.annotations.Nullable;

/**
 * A commune of the COG, or a municipal arrondissement of Paris, Lyon or Marseille.
 *
 * @param code INSEE code
 * @param name French name
 * @param parent the commune that an arrondissement is part of, null for a commune
 * @param departement INSEE code of the département, {@code 93}, {@code 2A}, {@code 974}
 * @param region INSEE code of the région, {@code 11}
 * @param population municipal population, null where the source has none (uninhabited lands)
 */
public record Commune(
    CommuneCode code,
    String name,
    @Nullable CommuneCode parent,
    String departement,
    String region,
    @Nullable Integer population) {}
