package fr.cadran.contracts.cpts.domain;

import fr.cadran.kit.type.CommuneCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One computation of the territory of a CPTS. Kept for good with the vintage of the table that it
 * was made with; a later one stands beside it.
 *
 * @param number counts the computations of the CPTS from 1
 * @param communes at least one, in the order of their codes
 * @param population sum over the communes
 * @param size class of the population, 1 to 4
 * @param vintage year of the table of communes
 * @param computedAt when it was computed
 * @param by who asked for it
 */
public record Territory(
    int number,
    List<Part> communes,
    int population,
    int size,
    int vintage,
    Instant computedAt,
    DoneBy by) {
  public Territory {
    communes = List.copyOf(communes);
  }

  /**
   * A commune of the territory.
   *
   * @param code INSEE code
   * @param name its name in the vintage
   * @param parent the city when this is one of its arrondissements
   * @param population in the vintage
   */
  public record Part(CommuneCode code, String name, @Nullable CommuneCode parent, int population) {}
}
