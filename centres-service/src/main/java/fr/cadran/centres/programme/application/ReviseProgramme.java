package fr.cadran.centres.programme.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.centres.programme.domain.ProgrammeOutline;
import fr.cadran.centres.programme.domain.ProgrammeRules;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Decides anew about a programme as a whole; its cohort stays. */
@ApplicationScoped
public class ReviseProgramme {
  private static final Logger LOG = Logger.getLogger(ReviseProgramme.class);

  private final Programmes programmes;
  private final ProgrammeEvents events;
  private final Clock clock;

  ReviseProgramme(Programmes programmes, ProgrammeEvents events, Clock clock) {
    this.programmes = programmes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The revised programme.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), {@code
   *     PROGRAMME_EXISTS} (409), or what the precondition refuses with
   */
  @Transactional
  public Programme revise(
      Caller caller, UUID id, ProgrammeRules.Wish wish, Precondition<Programme> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Programme current =
        programmes
            .lock(id, AccessPolicy.KEEP_PROGRAMMES.of(caller, FrenchDay.of(now)))
            .orElseThrow(ProblemException::notFound);
    precondition.check(current);
    ProgrammeRules.Outcome<ProgrammeOutline> outcome = ProgrammeRules.outline(wish);
    Refusals.refuse(outcome.errors());
    ProgrammeOutline outline = outcome.value().orElseThrow();
    Refusals.refuse(ProgrammeRules.errorsOfRevision(current, outline));
    if (programmes.isNamed(outline.name(), outline.region(), id)) {
      throw ProblemException.of(CentresProblem.PROGRAMME_EXISTS);
    }
    Programme revised = current.revise(outline, now);
    programmes.replace(revised);
    events.changed(revised);
    LOG.infof("programme revised programme=%s version=%d", id, revised.version());
    return revised;
  }
}
