package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.StageActor;
import fr.cadran.contracts.cpts.domain.StageEvent;
import fr.cadran.contracts.cpts.domain.StageTransition;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves a CPTS on: the ARS of the seat or the coordinator, each by the events that are theirs. */
@ApplicationScoped
public class MoveStage {
  /** The day is before that of the move before. */
  public static final String BEFORE_LAST_MOVE = "BEFORE_LAST_MOVE";

  private final CptsRegister register;
  private final RecordMove recordMove;
  private final Clock clock;

  MoveStage(CptsRegister register, RecordMove recordMove, Clock clock) {
    this.register = register;
    this.recordMove = recordMove;
    this.clock = clock;
  }

  /**
   * The CPTS after the move.
   *
   * @param on day on which it happened, null for today
   * @throws ProblemException {@code NOT_FOUND} (404), {@code STAGE_EVENT_NOT_YOURS} (403), {@code
   *     ILLEGAL_TRANSITION} (409), {@code INVALID} (422), or what the precondition refuses with
   */
  @Transactional
  public Cpts move(
      Caller caller,
      UUID id,
      StageEvent event,
      @Nullable LocalDate on,
      Precondition<Cpts> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    Cpts current =
        register
            .lock(id, AccessPolicy.BUILD_UP_CPTS.of(caller))
            .orElseThrow(ProblemException::notFound);
    precondition.check(current);
    if (!isAllowed(caller, current, event)) {
      throw ProblemException.of(CptsProblem.STAGE_EVENT_NOT_YOURS, event.name());
    }
    LocalDate day = on == null ? today : on;
    if (day.isAfter(today)) {
      throw ProblemException.invalid("/on", RegisterCpts.DAY_IN_FUTURE);
    }
    if (current.stageSince() != null && day.isBefore(current.stageSince())) {
      throw ProblemException.invalid("/on", BEFORE_LAST_MOVE);
    }
    return recordMove.record(current, event, day, Who.of(caller), now);
  }

  private static boolean isAllowed(Caller caller, Cpts cpts, StageEvent event) {
    boolean asArs =
        AccessPolicy.SPEAK_FOR_ARS
            .of(caller)
            .covers(cpts.id(), cpts.departement(), cpts.region(), cpts.caisse());
    boolean asCoordinator =
        AccessPolicy.SPEAK_FOR_CPTS
            .of(caller)
            .covers(cpts.id(), cpts.departement(), cpts.region(), cpts.caisse());
    return (asArs && StageTransition.allows(StageActor.ARS, event))
        || (asCoordinator && StageTransition.allows(StageActor.CPTS, event));
  }
}
