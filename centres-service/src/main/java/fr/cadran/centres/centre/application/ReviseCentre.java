package fr.cadran.centres.centre.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.centre.domain.CentreDeclaration;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says anew, from a day on, what a centre is: an ARS agent, in its territory before and after. What
 * was said before is kept.
 */
@ApplicationScoped
public class ReviseCentre {
  private static final Logger LOG = Logger.getLogger(ReviseCentre.class);

  /** The body names another centre than the path. */
  private static final String FINESS_DIFFERS = "FINESS_DIFFERS";

  /** A centre that was merged into another cannot be opened again by taking its last day away. */
  private static final String MERGED_STAYS_CLOSED = "MERGED_STAYS_CLOSED";

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
   * The version that is known now.
   *
   * @param effectiveFrom first day on which it holds, null for today
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), or what the
   *     precondition refuses with
   */
  @Transactional
  public Registration revise(
      Caller caller,
      Finess finess,
      CentreDeclaration declaration,
      @Nullable LocalDate effectiveFrom,
      Precondition<RegisteredCentre> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    CentreReach reach = AccessPolicy.KEEP_REGISTRY.of(caller, today);
    RegisteredCentre current = centres.lock(finess, reach).orElseThrow(ProblemException::notFound);
    precondition.check(current);
    CheckDeclaration.Checked checked = check.check(declaration, reach.scope());
    if (!checked.centre().finess().equals(finess)) {
      throw ProblemException.invalid("/finess", FINESS_DIFFERS);
    }
    Refusals.refuse(EffectiveDay.errorsOf(effectiveFrom, today));
    LocalDate from = effectiveFrom == null ? today : effectiveFrom;
    Finess heir =
        centres
            .find(finess, reach, new Moment(from, now))
            .map(RegisteredCentre::successor)
            .orElse(null);
    if (heir != null && checked.centre().closedOn() == null) {
      throw ProblemException.invalid("/closedOn", MERGED_STAYS_CLOSED);
    }
    RegisteredCentre known = current.revise(checked.centre(), heir, from, now);
    RegisteredCentre present = current.present(known);
    centres.replace(known, present);
    events.changed(present);
    LOG.infof("centre revised finess=%s version=%d", finess, known.version());
    return new Registration(known, checked.warnings());
  }
}
