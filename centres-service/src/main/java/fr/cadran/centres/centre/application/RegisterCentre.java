package fr.cadran.centres.centre.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.centre.domain.CentreDeclaration;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts a centre into the registry: an ARS agent, in its territory. */
@ApplicationScoped
public class RegisterCentre {
  private static final Logger LOG = Logger.getLogger(RegisterCentre.class);

  private final CheckDeclaration check;
  private final Centres centres;
  private final CentreEvents events;
  private final Clock clock;

  RegisterCentre(CheckDeclaration check, Centres centres, CentreEvents events, Clock clock) {
    this.check = check;
    this.centres = centres;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The centre that was registered.
   *
   * @param effectiveFrom first day on which the entry holds, null for the opening of the centre
   * @throws ProblemException {@code INVALID} (422), {@code CENTRE_EXISTS} (409)
   */
  @Transactional
  public Registration register(
      Caller caller, CentreDeclaration declaration, @Nullable LocalDate effectiveFrom) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CentreReach reach = AccessPolicy.KEEP_REGISTRY.of(caller, FrenchDay.of(now));
    CheckDeclaration.Checked checked = check.check(declaration, reach.scope());
    Refusals.refuse(EffectiveDay.errorsOf(effectiveFrom, FrenchDay.of(now)));
    if (centres.exists(checked.centre().finess())) {
      throw ProblemException.of(CentresProblem.CENTRE_EXISTS);
    }
    RegisteredCentre centre = RegisteredCentre.register(checked.centre(), effectiveFrom, now);
    centres.add(centre);
    events.changed(centre);
    LOG.infof("centre registered finess=%s", centre.centre().finess());
    return new Registration(centre, checked.warnings());
  }
}
