package fr.cadran.kit.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which CPTS a caller reaches with an action. Repositories turn it into a condition, so that a CPTS
 * outside it is absent from lists, counts and single reads alike. The parts add up; all empty sees
 * nothing.
 *
 * @param everything whether there is no limit (auditor)
 * @param territories of an ARS agent; the seat of the CPTS counts
 * @param caisse of a CPAM agent; that of the seat signs and pays
 * @param cpts of a coordinator
 */
public record CptsScope(
    boolean everything, Territories territories, Optional<String> caisse, Set<UUID> cpts) {
  /** The platform itself: the caller has been let in by what hangs on the CPTS. */
  public static final CptsScope EVERYTHING =
      new CptsScope(true, Territories.NONE, Optional.empty(), Set.of());

  public CptsScope {
    cpts = Set.copyOf(cpts);
  }

  /** Whether a CPTS with its seat there is inside. */
  public boolean covers(UUID id, String departement, String region, String seatCaisse) {
    return everything
        || territories.covers(departement, region)
        || caisse.filter(seatCaisse::equals).isPresent()
        || cpts.contains(id);
  }
}
