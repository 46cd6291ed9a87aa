package fr.cadran.contracts.access.application;

import static fr.cadran.kit.access.Reach.CAISSE;
import static fr.cadran.kit.access.Reach.EVERYTHING;
import static fr.cadran.kit.access.Reach.NONE;
import static fr.cadran.kit.access.Reach.OWN_CPTS;
import static fr.cadran.kit.access.Reach.TERRITORY;

import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CptsScope;
import fr.cadran.kit.access.Reach;
import fr.cadran.kit.access.Reaches;
import fr.cadran.kit.problem.ProblemException;

/**
 * Who reaches which CPTS, and what hangs on them (contracts, dialogues, money), with which action.
 * The only place of the service that looks at roles and claims; every query is bounded by what a
 * row gives ({@link #of}). Who reaches nothing with an action is answered as if there were nothing.
 * Funding tables and the calendar belong to no CPTS: there a row admits or does not ({@link
 * #require}). Published tables, catalogues and simulations are for everybody who holds their scope.
 *
 * <p>The columns: ARS agent, CPAM agent, manager of a centre, coordinator of the CPTS, editor,
 * auditor, administrator.
 */
public enum AccessPolicy {
  READ(TERRITORY, CAISSE, NONE, OWN_CPTS, NONE, EVERYTHING, NONE),
  KEEP_REGISTER(TERRITORY, NONE, NONE, NONE, NONE, NONE, NONE),
  BUILD_UP_CPTS(TERRITORY, NONE, NONE, OWN_CPTS, NONE, NONE, NONE),
  NEGOTIATE_AND_SIGN(TERRITORY, CAISSE, NONE, OWN_CPTS, NONE, NONE, NONE),
  SPEAK_FOR_ARS(TERRITORY, NONE, NONE, NONE, NONE, NONE, NONE),
  SPEAK_FOR_CPAM(NONE, CAISSE, NONE, NONE, NONE, NONE, NONE),
  SPEAK_FOR_CPTS(NONE, NONE, NONE, OWN_CPTS, NONE, NONE, NONE),
  KEEP_FUNDING_TABLES(NONE, NONE, NONE, NONE, NONE, NONE, EVERYTHING),
  RUN_CALENDAR(NONE, NONE, NONE, NONE, NONE, NONE, EVERYTHING);

  @SuppressWarnings("ImmutableEnumChecker") // Once made, a line never changes.
  private final Reaches reaches;

  AccessPolicy(
      Reach arsAgent,
      Reach cpamAgent,
      Reach centreManager,
      Reach cptsCoordinator,
      Reach editor,
      Reach auditor,
      Reach administrator) {
    this.reaches =
        new Reaches(
            arsAgent, cpamAgent, centreManager, cptsCoordinator, editor, auditor, administrator);
  }

  /** The CPTS that a caller reaches. */
  public CptsScope of(Caller caller) {
    return reaches.cpts(caller);
  }

  /** Whether a caller is admitted to what belongs to no CPTS. */
  public boolean admits(Caller caller) {
    return reaches.reachesEverything(caller);
  }

  /**
   * Refuses a caller that is not admitted to what belongs to no CPTS.
   *
   * @throws ProblemException {@code FORBIDDEN} (403)
   */
  public void require(Caller caller) {
    reaches.requireEverything(caller);
  }
}
