package fr.cadran.indicators.access.application;

import static fr.cadran.kit.access.Reach.CAISSE;
import static fr.cadran.kit.access.Reach.EVERYTHING;
import static fr.cadran.kit.access.Reach.MANDAT;
import static fr.cadran.kit.access.Reach.NONE;
import static fr.cadran.kit.access.Reach.OWN_CENTRE;
import static fr.cadran.kit.access.Reach.OWN_CPTS;
import static fr.cadran.kit.access.Reach.TERRITORY;

import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.access.CptsScope;
import fr.cadran.kit.access.Reach;
import fr.cadran.kit.access.Reaches;

/**
 * Who reads the values of which centres and CPTS. The only place of the service that looks at roles
 * and claims; every query is bounded by what a row gives. The catalogue and the calculators are for
 * everybody who holds their scope.
 *
 * <p>The columns: ARS agent, CPAM agent, manager of the centre, coordinator of the CPTS, editor
 * (any mandat), auditor, administrator.
 */
public enum AccessPolicy {
  READ_VALUES_OF_CENTRES(TERRITORY, CAISSE, OWN_CENTRE, NONE, MANDAT, EVERYTHING, NONE),
  READ_VALUES_OF_CPTS(TERRITORY, CAISSE, NONE, OWN_CPTS, NONE, EVERYTHING, NONE),
  /** Their syntheses; what is reached are the centres that take part, or the whole région. */
  READ_PROGRAMMES(TERRITORY, NONE, OWN_CENTRE, NONE, NONE, EVERYTHING, NONE),
  /** Distributions name no centre; what is reached are the centres whose position may be asked. */
  READ_BENCHMARKS(TERRITORY, NONE, OWN_CENTRE, NONE, NONE, EVERYTHING, NONE),
  /** What concerns single practitioners is between them and their direction. */
  READ_PRACTITIONER_RECAPS(NONE, NONE, OWN_CENTRE, NONE, MANDAT, EVERYTHING, NONE),
  RECOMPUTE(NONE, NONE, NONE, NONE, NONE, NONE, EVERYTHING);

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

  /** The centres that a caller reaches. */
  public CentreScope centres(Caller caller) {
    return reaches.centres(caller);
  }

  /** Whether there is any centre at all that a caller could reach. */
  public boolean reachesAnything(Caller caller) {
    CentreScope scope = reaches.centres(caller);
    return scope.everything()
        || !scope.departements().isEmpty()
        || !scope.territories().regions().isEmpty()
        || !scope.centres().isEmpty()
        || scope.editorClient().isPresent();
  }

  /** The CPTS that a caller reaches. */
  public CptsScope cpts(Caller caller) {
    return reaches.cpts(caller);
  }

  /**
   * Refuses whoever may not do what concerns no centre of its own.
   *
   * @throws fr.cadran.kit.problem.ProblemException {@code FORBIDDEN} (403)
   */
  public void require(Caller caller) {
    reaches.requireEverything(caller);
  }
}
