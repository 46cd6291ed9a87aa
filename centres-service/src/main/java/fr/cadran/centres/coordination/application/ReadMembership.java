package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Reads one membership. */
@ApplicationScoped
public class ReadMembership {
  private final Centres centres;
  private final Memberships memberships;
  private final Clock clock;

  ReadMembership(Centres centres, Memberships memberships, Clock clock) {
    this.centres = centres;
    this.memberships = memberships;
    this.clock = clock;
  }

  /**
   * The membership.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public Membership read(Caller caller, Finess finess, UUID id) {
    if (centres
        .find(finess, AccessPolicy.READ_MEMBERS.of(caller, FrenchDay.of(clock.instant())))
        .isEmpty()) {
      throw ProblemException.notFound();
    }
    return memberships.find(finess, id).orElseThrow(ProblemException::notFound);
  }
}
