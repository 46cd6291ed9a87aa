package fr.cadran.centres.mandat.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Reads who gave a mandat and who took it back: for the centre itself and the auditor. */
@ApplicationScoped
public class ReadMandatHistory {
  private final Centres centres;
  private final Mandats mandats;
  private final Clock clock;

  ReadMandatHistory(Centres centres, Mandats mandats, Clock clock) {
    this.centres = centres;
    this.mandats = mandats;
    this.clock = clock;
  }

  /**
   * The mandat with the accounts that acted.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public Mandat read(Caller caller, Finess finess, UUID id) {
    if (centres
        .find(finess, AccessPolicy.READ_MANDAT_HISTORY.of(caller, FrenchDay.of(clock.instant())))
        .isEmpty()) {
      throw ProblemException.notFound();
    }
    return mandats.find(finess, id, null).orElseThrow(ProblemException::notFound);
  }
}
