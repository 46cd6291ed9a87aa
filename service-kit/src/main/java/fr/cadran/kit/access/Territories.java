package fr.cadran.kit.access;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The territories an agent answers for, from the claim {@code territories}: {@code region:11} or
 * {@code departement:93}. The kind is written out because the same number means a région and a
 * département. Entries of another form give nothing.
 *
 * @param regions INSEE codes of régions
 * @param departements INSEE codes of départements
 */
public record Territories(Set<String> regions, Set<String> departements) {
  private static final String REGION = "region:";
  private static final String DEPARTEMENT = "departement:";
  public static final Territories NONE = new Territories(Set.of(), Set.of());

  public Territories {
    regions = Set.copyOf(regions);
    departements = Set.copyOf(departements);
  }

  /** Reads the entries of the claim. */
  public static Territories of(Collection<String> claims) {
    Set<String> regions = new TreeSet<>();
    Set<String> departements = new TreeSet<>();
    for (String claim : claims) {
      if (claim.startsWith(REGION)) {
        regions.add(claim.substring(REGION.length()));
      } else if (claim.startsWith(DEPARTEMENT)) {
        departements.add(claim.substring(DEPARTEMENT.length()));
      }
    }
    return new Territories(regions, departements);
  }

  /** Whether a place in this département of this région is inside. */
  public boolean covers(String departement, String region) {
    return departements.contains(departement) || regions.contains(region);
  }
}
