package fr.cadran.centres.programme.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Reads one programme. */
@ApplicationScoped
public class ReadProgramme {
  private final Programmes programmes;
  private final Clock clock;

  ReadProgramme(Programmes programmes, Clock clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /**
   * The programme.
   *
   * @throws ProblemException {@code NOT_FOUND} (404) when there is none within reach
   */
  @Transactional
  public Programme read(Caller caller, UUID id) {
    return programmes
        .find(id, AccessPolicy.READ_PROGRAMMES.of(caller, FrenchDay.of(clock.instant())))
        .orElseThrow(ProblemException::notFound);
  }
}
