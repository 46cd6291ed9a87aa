package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.cpts.domain.IllegalTransitionException;
import fr.cadran.contracts.cpts.domain.StageChange;
import fr.cadran.contracts.cpts.domain.StageEvent;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/** Moves a CPTS that is locked, writes the move down and tells it. */
@ApplicationScoped
public class RecordMove {
  private static final Logger LOG = Logger.getLogger(RecordMove.class);

  private final CptsRecords records;
  private final CptsEvents events;

  RecordMove(CptsRecords records, CptsEvents events) {
    this.records = records;
    this.events = events;
  }

  /**
   * The CPTS after the move.
   *
   * @throws ProblemException {@code ILLEGAL_TRANSITION} (409) naming stage and event
   */
  public Cpts record(Cpts current, StageEvent event, LocalDate on, DoneBy by, Instant now) {
    Cpts moved;
    try {
      moved = current.move(event, on, now);
    } catch (IllegalTransitionException illegal) {
      throw ProblemException.of(
          CptsProblem.ILLEGAL_TRANSITION, illegal.from().name(), illegal.event().name());
    }
    StageChange change =
        new StageChange(
            records.stageChanges(current.id()).size() + 1,
            current.stage(),
            event,
            moved.stage(),
            on,
            now,
            by);
    records.replace(moved);
    records.addStageChange(current.id(), change);
    events.moved(moved, change);
    events.changed(moved);
    LOG.infof("cpts moved cpts=%s event=%s stage=%s", moved.id(), event, moved.stage());
    return moved;
  }
}
