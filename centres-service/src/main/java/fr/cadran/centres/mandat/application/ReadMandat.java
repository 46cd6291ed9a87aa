package fr.cadran.centres.mandat.application;

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

/** Reads one mandat of a centre. */
@ApplicationScoped
public class ReadMandat {
  private final Centres centres;
  private final Mandats mandats;
  private final Clock clock;

  ReadMandat(Centres centres, Mandats mandats, Clock clock) {
    this.centres = centres;
    this.mandats = mandats;
    this.clock = clock;
  }

  /**
   * The mandat.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public Mandat read(Caller caller, Finess finess, UUID id) {
    ViewMandats view = ViewMandats.of(centres, caller, finess, FrenchDay.of(clock.instant()));
    return mandats.find(finess, id, view.client()).orElseThrow(ProblemException::notFound);
  }
}
