package fr.cadran.kit.access;

import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each role reaches with one action: a line in the policy of a service. Lists, counts, exports
 * and single reads are bounded by what is made of it here, so that they cannot differ. The parts of
 * several roles add up; a claim counts with its role only, and one that is odd gives nothing.
 */
public final class Reaches {
  private final Map<Role, Reach> byRole = new EnumMap<>(Role.class);

  /** One line, in the order in which the roles of the realm are listed. */
  public Reaches(
      Reach arsAgent,
      Reach cpamAgent,
      Reach centreManager,
      Reach cptsCoordinator,
      Reach editor,
      Reach auditor,
      Reach administrator) {
    put(Role.ARS_AGENT, arsAgent, Reach.TERRITORY);
    put(Role.CPAM_AGENT, cpamAgent, Reach.CAISSE);
    put(Role.CENTRE_MANAGER, centreManager, Reach.OWN_CENTRE);
    put(Role.CPTS_COORDINATOR, cptsCoordinator, Reach.OWN_CPTS);
    put(Role.EDITOR, editor, Reach.MANDAT);
    put(Role.AUDITOR, auditor, Reach.EVERYTHING);
    put(Role.ADMINISTRATOR, administrator, Reach.EVERYTHING);
  }

  private void put(Role role, Reach reach, Reach bound) {
    if (reach != Reach.NONE && reach != Reach.EVERYTHING && reach != bound) {
      throw new IllegalArgumentException(role + " is not bounded by " + reach);
    }
    byRole.put(role, reach);
  }

  /** The centres within reach of a caller, as a rule that queries can apply. */
  public CentreScope centres(Caller caller) {
    return new CentreScope(
        reachesEverything(caller),
        has(caller, Reach.TERRITORY) ? caller.territories() : Territories.NONE,
        has(caller, Reach.CAISSE)
            ? caller.caisse().map(Reaches::departementOf).map(Set::of).orElse(Set.of())
            : Set.of(),
        has(caller, Reach.OWN_CENTRE) ? caller.centres() : Set.of(),
        has(caller, Reach.MANDAT) ? Optional.of(caller.clientId()) : Optional.empty());
  }

  /** The CPTS within reach of a caller, as a rule that queries can apply. */
  public CptsScope cpts(Caller caller) {
    return new CptsScope(
        reachesEverything(caller),
        has(caller, Reach.TERRITORY) ? caller.territories() : Territories.NONE,
        has(caller, Reach.CAISSE) ? caller.caisse() : Optional.empty(),
        has(caller, Reach.OWN_CPTS)
            ? caller.cpts().stream().flatMap(Reaches::uuid).collect(Collectors.toSet())
            : Set.of());
  }

  /** Whether a caller is bounded by nothing: for what stands in no territory and is nobody's. */
  public boolean reachesEverything(Caller caller) {
    return has(caller, Reach.EVERYTHING);
  }

  /**
   * Refuses whoever does not reach everything.
   *
   * @throws ProblemException {@code FORBIDDEN} (403)
   */
  public void requireEverything(Caller caller) {
    if (!reachesEverything(caller)) {
      throw ProblemException.of(KitProblem.FORBIDDEN);
    }
  }

  private boolean has(Caller caller, Reach reach) {
    return caller.roles().stream().anyMatch(role -> byRole.get(role) == reach);
  }

  private static Stream<UUID> uuid(String claim) {
    try {
      return Stream.of(UUID.fromString(claim));
    } catch (IllegalArgumentException odd) {
      return Stream.empty();
    }
  }

  private static String departementOf(String caisse) {
    // A caisse number starts with its département: 931 is in 93, 974 (overseas) in 974.
    return caisse.startsWith("97") || caisse.length() < 2 ? caisse : caisse.substring(0, 2);
  }
}
