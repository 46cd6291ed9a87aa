package fr.cadran.contracts.cpts.application;

import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.Role;
import fr.cadran.kit.access.Territories;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which CPTS a caller reaches for a purpose. The parts add up; all empty reaches nothing.
 * Repositories turn it into a condition of the query ({@link WithinReach}), so that a CPTS outside
 * it is simply not there.
 *
 * @param everything whether there is no limit (auditor)
 * @param territories where an ARS agent acts; the seat decides
 * @param caisse number of a CPAM agent's caisse; that of the seat decides
 * @param ids the CPTS that a coordinator answers for
 */
public record CptsReach(
    boolean everything, Territories territories, Optional<String> caisse, Set<UUID> ids) {
  /** The platform itself: the caller has been let in by what hangs on the CPTS. */
  public static final CptsReach EVERYTHING =
      new CptsReach(true, Territories.NONE, Optional.empty(), Set.of());

  public CptsReach {
    ids = Set.copyOf(ids);
  }

  /** To read: territory, caisse, own CPTS, or everything. */
  public static CptsReach toRead(Caller caller) {
    return new CptsReach(
        caller.has(Role.AUDITOR), territoriesOf(caller), caisseOf(caller), cptsOf(caller));
  }

  /** As the ARS of the seat. */
  public static CptsReach asArs(Caller caller) {
    return new CptsReach(false, territoriesOf(caller), Optional.empty(), Set.of());
  }

  /** As the CPAM of the seat. */
  public static CptsReach asCpam(Caller caller) {
    return new CptsReach(false, Territories.NONE, caisseOf(caller), Set.of());
  }

  /** As who answers for the CPTS: its coordinator. */
  public static CptsReach asCoordinator(Caller caller) {
    return new CptsReach(false, Territories.NONE, Optional.empty(), cptsOf(caller));
  }

  /** As who builds the CPTS up: the ARS of the seat or the coordinator. */
  public static CptsReach asArsOrCoordinator(Caller caller) {
    return new CptsReach(false, territoriesOf(caller), Optional.empty(), cptsOf(caller));
  }

  /** As one of the three parties of the contract. */
  public static CptsReach asParty(Caller caller) {
    return new CptsReach(false, territoriesOf(caller), caisseOf(caller), cptsOf(caller));
  }

  /** Whether a CPTS that is known by these parts is inside. */
  public boolean covers(UUID id, String departement, String region, String caisseOfSeat) {
    return everything
        || territories.covers(departement, region)
        || caisse.filter(caisseOfSeat::equals).isPresent()
        || ids.contains(id);
  }

  private static Territories territoriesOf(Caller caller) {
    return caller.has(Role.ARS_AGENT) ? caller.territories() : Territories.NONE;
  }

  private static Optional<String> caisseOf(Caller caller) {
    return caller.has(Role.CPAM_AGENT) ? caller.caisse() : Optional.empty();
  }

  private static Set<UUID> cptsOf(Caller caller) {
    return caller.has(Role.CPTS_COORDINATOR)
        ? caller.cpts().stream().flatMap(CptsReach::id).collect(Collectors.toSet())
        : Set.of();
  }

  private static Stream<UUID> id(String claim) {
    try {
      return Stream.of(UUID.fromString(claim));
    } catch (IllegalArgumentException odd) {
      return Stream.empty();
    }
  }
}
