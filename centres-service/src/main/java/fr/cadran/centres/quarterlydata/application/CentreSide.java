package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How much of the quarterly data of a centre a caller sees: the open draft too (the centre's own
 * side, and an auditor, who reads everything), or what was submitted (the ARS); nobody else sees
 * anything.
 */
enum CentreSide {
  DRAFTS,
  SUBMITTED;

  /**
   * The side from which a caller reads.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when the centre is not within reach
   */
  static CentreSide ofReader(Centres centres, Caller caller, Finess centre, LocalDate today) {
    if (centres.find(centre, AccessPolicy.READ_DRAFTS.of(caller, today)).isPresent()) {
      return DRAFTS;
    }
    if (centres.find(centre, AccessPolicy.READ_SUBMITTED.of(caller, today)).isPresent()) {
      return SUBMITTED;
    }
    throw ProblemException.notFound();
  }

  boolean seesDrafts() {
    return this == DRAFTS;
  }

  /**
   * The centre, locked, for a caller who may write its quarterly data.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when the centre is not within reach, {@code
   *     MANDAT_DOES_NOT_ALLOW} (403) when an editor may read it only
   */
  static Centre lockToWrite(Centres centres, Caller caller, Finess centre, LocalDate today) {
    Optional<RegisteredCentre> locked =
        centres.lock(centre, AccessPolicy.WRITE_DATA.of(caller, today));
    if (locked.isPresent()) {
      return locked.get().centre();
    }
    if (centres.find(centre, AccessPolicy.KNOW_DRAFTS.of(caller, today)).isPresent()) {
      throw ProblemException.of(CentresProblem.MANDAT_DOES_NOT_ALLOW);
    }
    throw ProblemException.notFound();
  }
}
