package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.centre.application.Reach;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.Role;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import java.time.LocalDate;
import java.util.Set;

/**
 * On which side of a centre a caller stands. Its own side (manager, editor with a mandat) sees the
 * open draft and may write; onlookers (ARS of the territory, auditor) see what was submitted, save
 * that an auditor, who reads everything, sees drafts too; nobody else sees anything.
 */
enum CentreSide {
  OWN,
  ONLOOKER;

  private static final String WRITE = "quarterly-data:write";
  private static final String READ = "quarterly-data:read";

  /**
   * The side from which a caller reads.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when the centre is not within reach
   */
  static CentreSide ofReader(Centres centres, Caller caller, Finess centre, LocalDate today) {
    if (centres.find(centre, Reach.onBehalf(caller, Set.of(WRITE, READ), today)).isPresent()) {
      return OWN;
    }
    if (centres.find(centre, Reach.asOnlooker(caller, today)).isPresent()) {
      return ONLOOKER;
    }
    throw ProblemException.notFound();
  }

  boolean seesDrafts(Caller caller) {
    return this == OWN || caller.has(Role.AUDITOR);
  }

  /**
   * Locks a centre for a caller who may write its quarterly data.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when the centre is not within reach, {@code
   *     MANDAT_DOES_NOT_ALLOW} (403) when an editor may read it only
   */
  static void lockToWrite(Centres centres, Caller caller, Finess centre, LocalDate today) {
    if (centres.lock(centre, Reach.onBehalf(caller, Set.of(WRITE), today)).isPresent()) {
      return;
    }
    if (centres.find(centre, Reach.onBehalf(caller, Set.of(READ), today)).isPresent()) {
      throw ProblemException.of(CentresProblem.MANDAT_DOES_NOT_ALLOW);
    }
    throw ProblemException.notFound();
  }
}
