package fr.cadran.centres.programme.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.programme.domain.IllegalLevierMoveException;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Changes what concerns one centre of a programme, and tells it. */
@ApplicationScoped
class ChangeCohort {
  private static final Logger LOG = Logger.getLogger(ChangeCohort.class);

  private final Programmes programmes;
  private final ProgrammeEvents events;
  private final Clock clock;

  ChangeCohort(Programmes programmes, ProgrammeEvents events, Clock clock) {
    this.programmes = programmes;
    this.events = events;
    this.clock = clock;
  }

  /** What becomes of a locked programme; refuses by throwing. */
  @FunctionalInterface
  interface Change {
    Programme of(Programme current, CentreReach reach, Instant now);
  }

  /**
   * The centre's part after the change.
   *
   * @param centre empty only when the change refuses
   * @throws ProblemException {@code NOT_FOUND} (404), {@code LEVIER_MOVE_ILLEGAL} (409), or what
   *     precondition and change refuse with
   */
  @Transactional
  public ParticipationView change(
      Caller caller,
      UUID id,
      Optional<Finess> centre,
      Precondition<Programme> precondition,
      Change change) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CentreReach reach = AccessPolicy.KEEP_PROGRAMMES.of(caller, FrenchDay.of(now));
    Programme current = programmes.lock(id, reach).orElseThrow(ProblemException::notFound);
    precondition.check(current);
    Programme changed = changed(current, reach, now, change);
    programmes.replace(changed);
    events.changed(changed);
    LOG.infof("cohort changed programme=%s version=%d", id, changed.version());
    Finess one = centre.orElseThrow();
    return new ParticipationView(
        changed.of(one).orElseThrow(),
        changed.version(),
        programmes.names(changed, reach).get(one));
  }

  /**
   * Refuses a centre that never took part.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  static void requirePart(Programme programme, Finess centre) {
    if (programme.of(centre).isEmpty()) {
      throw ProblemException.notFound();
    }
  }

  private static Programme changed(
      Programme current, CentreReach reach, Instant now, Change change) {
    try {
      return change.of(current, reach, now);
    } catch (IllegalLevierMoveException illegal) {
      throw ProblemException.of(
          CentresProblem.LEVIER_MOVE_ILLEGAL, illegal.levier().name(), illegal.from().name());
    }
  }
}
