package fr.cadran.centres.access.application;

import static fr.cadran.kit.access.Reach.CAISSE;
import static fr.cadran.kit.access.Reach.EVERYTHING;
import static fr.cadran.kit.access.Reach.MANDAT;
import static fr.cadran.kit.access.Reach.NONE;
import static fr.cadran.kit.access.Reach.OWN_CENTRE;
import static fr.cadran.kit.access.Reach.TERRITORY;

import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.Reach;
import fr.cadran.kit.access.Reaches;
import fr.cadran.kit.problem.ProblemException;
import java.time.LocalDate;
import java.util.Set;

/**
 * Who reaches which centres with which action. The only place of the service that looks at roles
 * and claims; every query is bounded by what a row gives ({@link #of}). Who reaches nothing with an
 * action is answered as if there were nothing. The specialties are reference data: whoever holds
 * the scope reads them all.
 *
 * <p>The columns: ARS agent, CPAM agent, manager of the centre, coordinator of a CPTS, editor,
 * auditor, administrator; then what the mandat of an editor must allow, any mandat by default.
 */
public enum AccessPolicy {
  READ_REGISTRY(TERRITORY, CAISSE, OWN_CENTRE, NONE, MANDAT, EVERYTHING, NONE),
  KEEP_REGISTRY(TERRITORY, NONE, NONE, NONE, NONE, NONE, NONE),
  GIVE_MANDATS(NONE, NONE, OWN_CENTRE, NONE, NONE, NONE, NONE),
  READ_MANDATS(TERRITORY, NONE, OWN_CENTRE, NONE, NONE, EVERYTHING, NONE),
  READ_OWN_MANDATS(NONE, NONE, NONE, NONE, MANDAT, NONE, NONE),
  READ_MANDAT_HISTORY(NONE, NONE, OWN_CENTRE, NONE, NONE, EVERYTHING, NONE),
  READ_SUBMITTED(
      TERRITORY, NONE, OWN_CENTRE, NONE, MANDAT, EVERYTHING, NONE, Data.WRITE, Data.READ),
  READ_DRAFTS(NONE, NONE, OWN_CENTRE, NONE, MANDAT, EVERYTHING, NONE, Data.WRITE, Data.READ),
  KNOW_DRAFTS(NONE, NONE, OWN_CENTRE, NONE, MANDAT, NONE, NONE, Data.WRITE, Data.READ),
  WRITE_DATA(NONE, NONE, OWN_CENTRE, NONE, MANDAT, NONE, NONE, Data.WRITE),
  DECIDE_ON_DATA(TERRITORY, NONE, NONE, NONE, NONE, NONE, NONE),
  SET_WINDOWS(TERRITORY, NONE, NONE, NONE, NONE, NONE, EVERYTHING),
  MEASURE_COMPLETENESS(TERRITORY, NONE, NONE, NONE, NONE, EVERYTHING, NONE),
  READ_PROGRAMMES(TERRITORY, NONE, OWN_CENTRE, NONE, NONE, EVERYTHING, NONE),
  KEEP_PROGRAMMES(TERRITORY, NONE, NONE, NONE, NONE, NONE, NONE),
  READ_OPTION(TERRITORY, CAISSE, OWN_CENTRE, NONE, NONE, EVERYTHING, NONE),
  READ_MEMBERS(NONE, NONE, OWN_CENTRE, NONE, NONE, EVERYTHING, NONE),
  KEEP_OPTION(NONE, NONE, OWN_CENTRE, NONE, NONE, NONE, NONE),
  KEEP_OPTION_AMOUNTS(NONE, NONE, NONE, NONE, NONE, NONE, EVERYTHING);

  /** Scopes that a mandat may allow. */
  private static final class Data {
    static final String WRITE = "quarterly-data:write";
    static final String READ = "quarterly-data:read";
  }

  @SuppressWarnings("ImmutableEnumChecker") // Once made, a line never changes.
  private final Reaches reaches;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of
  private final Set<String> mandatScopes;

  AccessPolicy(
      Reach arsAgent,
      Reach cpamAgent,
      Reach centreManager,
      Reach cptsCoordinator,
      Reach editor,
      Reach auditor,
      Reach administrator,
      String... mandatScopes) {
    this.reaches =
        new Reaches(
            arsAgent, cpamAgent, centreManager, cptsCoordinator, editor, auditor, administrator);
    this.mandatScopes = Set.of(mandatScopes);
  }

  /**
   * Refuses whoever does not reach everything: for reference data, which are nobody's.
   *
   * @throws ProblemException {@code FORBIDDEN} (403)
   */
  public void requireEverything(Caller caller) {
    reaches.requireEverything(caller);
  }

  /**
   * The centres that a caller reaches.
   *
   * @param today the day on which a mandat must be valid
   */
  public CentreReach of(Caller caller, LocalDate today) {
    return new CentreReach(reaches.centres(caller), mandatScopes, today);
  }
}
