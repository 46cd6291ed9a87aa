package fr.cadran.centres.programme.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.centres.programme.domain.ProgrammeOutline;
import fr.cadran.centres.programme.domain.ProgrammeRules;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.id.IdSource;
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

/** Begins a programme: an agent of the agency of its région. */
@ApplicationScoped
public class CreateProgramme {
  private static final Logger LOG = Logger.getLogger(CreateProgramme.class);

  /** The région is not the caller's; said of the field, because nothing else is told. */
  private static final String REGION_OUTSIDE_TERRITORY = "REGION_OUTSIDE_TERRITORY";

  private final Programmes programmes;
  private final ProgrammeEvents events;
  private final IdSource ids;
  private final Clock clock;

  CreateProgramme(Programmes programmes, ProgrammeEvents events, IdSource ids, Clock clock) {
    this.programmes = programmes;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The programme.
   *
   * @throws ProblemException {@code INVALID} (422), {@code PROGRAMME_EXISTS} (409)
   */
  @Transactional
  public Programme create(Caller caller, ProgrammeRules.Wish wish) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ProgrammeRules.Outcome<ProgrammeOutline> outcome = ProgrammeRules.outline(wish);
    Refusals.refuse(outcome.errors());
    ProgrammeOutline outline = outcome.value().orElseThrow();
    boolean isOwn =
        AccessPolicy.KEEP_PROGRAMMES
            .of(caller, FrenchDay.of(now))
            .scope()
            .territories()
            .regions()
            .contains(outline.region());
    if (!isOwn) {
      throw ProblemException.invalid("/region", REGION_OUTSIDE_TERRITORY);
    }
    UUID id = ids.next();
    if (programmes.isNamed(outline.name(), outline.region(), id)) {
      throw ProblemException.of(CentresProblem.PROGRAMME_EXISTS);
    }
    Programme programme = Programme.create(id, outline, now);
    programmes.add(programme);
    events.changed(programme);
    LOG.infof("programme created programme=%s region=%s", id, outline.region());
    return programme;
  }
}
