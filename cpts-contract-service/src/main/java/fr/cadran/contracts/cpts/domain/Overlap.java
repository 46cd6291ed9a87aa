package fr.cadran.contracts.cpts.domain;

import fr.cadran.kit.type.CommuneCode;
import java.util.List;
import java.util.UUID;

/**
 * A CPTS whose territory shares communes with another one's. A whole city and one of its
 * arrondissements share that arrondissement.
 *
 * @param cpts identifier
 * @param name its name
 * @param communes the shared ones, as that CPTS counts them
 */
public record Overlap(UUID cpts, String name, List<CommuneCode> communes) {
  public Overlap {
    communes = List.copyOf(communes);
  }
}
