package fr.cadran.centres.quarterwindow.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.quarterwindow.domain.CentreDates;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Reads the other dates that one centre was given for a quarter. */
@ApplicationScoped
public class ReadCentreDates {
  private final Centres centres;
  private final QuarterWindows windows;
  private final Clock clock;

  ReadCentreDates(Centres centres, QuarterWindows windows, Clock clock) {
    this.centres = centres;
    this.windows = windows;
    this.clock = clock;
  }

  /**
   * The exception.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when the centre is not within reach or has
   *     none
   */
  @Transactional
  public CentreDates read(Caller caller, Quarter quarter, Finess centre) {
    if (centres
        .find(centre, AccessPolicy.READ_SUBMITTED.of(caller, FrenchDay.of(clock.instant())))
        .isEmpty()) {
      throw ProblemException.notFound();
    }
    return windows.exception(quarter, centre).orElseThrow(ProblemException::notFound);
  }
}
