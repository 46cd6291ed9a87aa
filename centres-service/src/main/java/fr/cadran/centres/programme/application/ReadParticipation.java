package fr.cadran.centres.programme.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Reads the part that a centre takes in a programme: for those who reach that centre. */
@ApplicationScoped
public class ReadParticipation {
  private final Programmes programmes;
  private final Clock clock;

  ReadParticipation(Programmes programmes, Clock clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /**
   * The participation.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), also for a centre whose number alone the
   *     caller may know: else the number would tell the name
   */
  @Transactional
  public ParticipationView read(Caller caller, UUID id, Finess centre) {
    CentreReach reach = AccessPolicy.READ_PROGRAMMES.of(caller, FrenchDay.of(clock.instant()));
    Programme programme = programmes.find(id, reach).orElseThrow(ProblemException::notFound);
    String name = programmes.names(programme, reach).get(centre);
    if (name == null) {
      throw ProblemException.notFound();
    }
    return new ParticipationView(
        programme.of(centre).orElseThrow(ProblemException::notFound), programme.version(), name);
  }
}
