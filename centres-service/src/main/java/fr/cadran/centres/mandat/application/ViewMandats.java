package fr.cadran.centres.mandat.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which mandats of a centre a caller may see: all of them for its manager, for an ARS agent of its
 * territory and for an auditor; its own for an editor; none for anybody else.
 *
 * @param client the only client whose mandats may be seen, null when all may
 */
record ViewMandats(@Nullable String client) {

  /**
   * The view of a caller on a centre.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when the centre is not within reach
   */
  static ViewMandats of(Centres centres, Caller caller, Finess centre, LocalDate today) {
    if (centres.find(centre, AccessPolicy.READ_MANDATS.of(caller, today)).isPresent()) {
      return new ViewMandats(null);
    }
    if (centres.find(centre, AccessPolicy.READ_OWN_MANDATS.of(caller, today)).isPresent()) {
      return new ViewMandats(caller.clientId());
    }
    throw ProblemException.notFound();
  }
}
