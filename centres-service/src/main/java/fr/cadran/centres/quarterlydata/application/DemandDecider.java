package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Asks whether a caller may validate quarterly data of a centre now, and does nothing else. */
@ApplicationScoped
public class DemandDecider {
  private final Centres centres;
  private final Clock clock;

  DemandDecider(Centres centres, Clock clock) {
    this.centres = centres;
    this.clock = clock;
  }

  /**
   * Refuses a caller that may not.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public void demand(Caller caller, Finess centre) {
    if (centres
        .find(centre, AccessPolicy.DECIDE_ON_DATA.of(caller, FrenchDay.of(clock.instant())))
        .isEmpty()) {
      throw ProblemException.notFound();
    }
  }
}
