package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Asks whether a caller may write quarterly data of a centre now, and does nothing else. */
@ApplicationScoped
public class DemandWriter {
  private final Centres centres;
  private final Clock clock;

  DemandWriter(Centres centres, Clock clock) {
    this.centres = centres;
    this.clock = clock;
  }

  /**
   * Refuses a caller that may not.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code MANDAT_DOES_NOT_ALLOW} (403)
   */
  @Transactional
  public void demand(Caller caller, Finess centre) {
    CentreSide.lockToWrite(centres, caller, centre, FrenchDay.of(clock.instant()));
  }
}
