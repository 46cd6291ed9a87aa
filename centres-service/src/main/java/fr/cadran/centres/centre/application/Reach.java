package fr.cadran.centres.centre.application;

import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.access.Role;
import fr.cadran.kit.access.Territories;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which centres a caller reaches for a purpose. Repositories turn it into a condition of the query,
 * so that a centre outside it is simply not there.
 *
 * @param scope by territory, by number or by mandat
 * @param mandatScopes what an editor's mandat must allow, one of them; empty when any mandat will
 *     do
 * @param today the day on which a mandat must be valid
 */
public record Reach(CentreScope scope, Set<String> mandatScopes, LocalDate today) {
  public Reach {
    mandatScopes = Set.copyOf(mandatScopes);
  }

  /** To read the registry: territory, caisse, own centres, any mandat, or everything. */
  public static Reach toRead(Caller caller, LocalDate today) {
    return new Reach(caller.centreScope(), Set.of(), today);
  }

  /** To change the registry: an ARS agent in its territory. */
  public static Reach toRegister(Caller caller, LocalDate today) {
    Territories territories = caller.has(Role.ARS_AGENT) ? caller.territories() : Territories.NONE;
    return new Reach(
        new CentreScope(false, territories, Set.of(), Set.of(), Optional.empty()), Set.of(), today);
  }

  /** As who answers for the centre: its manager. */
  public static Reach asManager(Caller caller, LocalDate today) {
    return new Reach(
        new CentreScope(
            false,
            Territories.NONE,
            Set.of(),
            caller.has(Role.CENTRE_MANAGER) ? caller.centres() : Set.of(),
            Optional.empty()),
        Set.of(),
        today);
  }

  /** On the side of the centre: its manager, or an editor with a mandat for one of these scopes. */
  public static Reach onBehalf(Caller caller, Set<String> mandatScopes, LocalDate today) {
    CentreScope all = caller.centreScope();
    return new Reach(
        new CentreScope(false, Territories.NONE, Set.of(), all.centres(), all.editorClient()),
        mandatScopes,
        today);
  }

  /** As who looks on: an ARS agent in its territory, or an auditor. */
  public static Reach asOnlooker(Caller caller, LocalDate today) {
    CentreScope all = caller.centreScope();
    return new Reach(
        new CentreScope(all.everything(), all.territories(), Set.of(), Set.of(), Optional.empty()),
        Set.of(),
        today);
  }
}
