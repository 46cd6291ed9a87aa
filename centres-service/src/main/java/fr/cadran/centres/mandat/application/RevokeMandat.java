package fr.cadran.centres.mandat.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.centres.mandat.domain.MandatAlreadyRevokedException;
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
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes a mandat back, for good and at once: the manager of the centre decides. */
@ApplicationScoped
public class RevokeMandat {
  private static final Logger LOG = Logger.getLogger(RevokeMandat.class);

  private final Centres centres;
  private final Mandats mandats;
  private final MandatEvents events;
  private final Clock clock;

  RevokeMandat(Centres centres, Mandats mandats, MandatEvents events, Clock clock) {
    this.centres = centres;
    this.mandats = mandats;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The revoked mandat.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code MANDAT_ALREADY_REVOKED} (409), or what
   *     the precondition refuses with
   */
  @Transactional
  public Mandat revoke(Caller caller, Finess finess, UUID id, Precondition<Mandat> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (centres.lock(finess, AccessPolicy.GIVE_MANDATS.of(caller, FrenchDay.of(now))).isEmpty()) {
      throw ProblemException.notFound();
    }
    Mandat mandat = mandats.find(finess, id, null).orElseThrow(ProblemException::notFound);
    precondition.check(mandat);
    Mandat revoked = revoke(mandat, now, caller.subject());
    mandats.replace(revoked);
    events.changed(finess, mandats.nextListVersion(finess), mandats.all(finess));
    LOG.infof("mandat revoked finess=%s mandat=%s", finess, id);
    return revoked;
  }

  private static Mandat revoke(Mandat mandat, Instant now, String by) {
    try {
      return mandat.revoke(now, by);
    } catch (MandatAlreadyRevokedException already) {
      throw ProblemException.of(CentresProblem.MANDAT_ALREADY_REVOKED);
    }
  }
}
