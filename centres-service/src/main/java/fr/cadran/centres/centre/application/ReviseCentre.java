package fr.cadran.centres.centre.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.centre.domain.CentreDeclaration;
import fr.cadran.centres.centre.domain.RegisteredCentre;
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
import org.jboss.logging.Logger;

/** Replaces the entry of a centre: an ARS agent, in its territory before and after. */
@ApplicationScoped
public class ReviseCentre {
  private static final Logger LOG = Logger.getLogger(ReviseCentre.class);

  /** The body names another centre than the path. */
  private static final String FINESS_DIFFERS = "FINESS_DIFFERS";

  private final CheckDeclaration check;
  private final Centres centres;
  private final CentreEvents events;
  private final Clock clock;

  ReviseCentre(CheckDeclaration check, Centres centres, CentreEvents events, Clock clock) {
    this.check = check;
    this.centres = centres;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The revised centre.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), or what the
   *     precondition refuses with
   */
  @Transactional
  public Registration revise(
      Caller caller,
      Finess finess,
      CentreDeclaration declaration,
      Precondition<RegisteredCentre> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CentreReach reach = AccessPolicy.KEEP_REGISTRY.of(caller, FrenchDay.of(now));
    RegisteredCentre current = centres.lock(finess, reach).orElseThrow(ProblemException::notFound);
    precondition.check(current);
    CheckDeclaration.Checked checked = check.check(declaration, reach.scope());
    if (!checked.centre().finess().equals(finess)) {
      throw ProblemException.invalid("/finess", FINESS_DIFFERS);
    }
    RegisteredCentre revised = current.revise(checked.centre(), now);
    centres.replace(revised);
    events.changed(revised);
    LOG.infof("centre revised finess=%s version=%d", finess, revised.version());
    return new Registration(revised, checked.warnings());
  }
}
