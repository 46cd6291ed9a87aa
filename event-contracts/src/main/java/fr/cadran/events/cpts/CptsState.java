package fr.cadran.events.cpts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A CPTS as its register knows it, whole: each message replaces the one before.
 *
 * @param cpts identifier of the CPTS; also the key of the message
 * @param name name in use
 * @param stage where it stands in its lifecycle, e.g. {@code NEGOCIATION_ACI}
 * @param seatCommune INSEE code of the commune of its seat (five characters)
 * @param departement code of the département of its seat, which decides who may read
 * @param region INSEE code of the région of its seat, which decides who may read
 * @param caisse number of the CPAM of its seat (three digits), which decides who may read
 * @param communes INSEE codes of the communes of its territory
 * @param population of its territory, null when not known
 * @param size 1 to 4 by population, null when not known
 * @param vintage year of the table of communes behind the population, null without one
 * @param contract its ACI contract, null without one
 * @param contractState where the contract stands, e.g. {@code ACTIVE}, null without one
 * @param version counts the changes of this CPTS from 1; a lower one than known is out of date
 * @param changedAt when it last changed
 */
public record CptsState(
    UUID cpts,
    String name,
    String stage,
    String seatCommune,
    String departement,
    String region,
    String caisse,
    List<String> communes,
    @Nullable Integer population,
    @Nullable Integer size,
    @Nullable Integer vintage,
    @Nullable UUID contract,
    @Nullable String contractState,
    long version,
    Instant changedAt) {

  public CptsState {
    communes = List.copyOf(communes);
  }
}
