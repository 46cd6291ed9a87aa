package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.coordination.domain.CommitmentChecklist;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;

/** Reads where a centre is with its commitments in a year. */
@ApplicationScoped
public class ReadCommitments {
  private final Centres centres;
  private final Checklists checklists;
  private final Clock clock;

  ReadCommitments(Centres centres, Checklists checklists, Clock clock) {
    this.centres = centres;
    this.checklists = checklists;
    this.clock = clock;
  }

  /**
   * The checklist of the year; where nothing was said, everything is to do.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public CommitmentChecklist read(Caller caller, Finess finess, int year) {
    LocalDate today = FrenchDay.of(clock.instant());
    if (centres.find(finess, AccessPolicy.READ_OPTION.of(caller, today)).isEmpty()) {
      throw ProblemException.notFound();
    }
    return checklists.of(finess, year);
  }
}
