package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.centres.coordination.domain.MembershipRules;
import fr.cadran.centres.rule.application.CentresProblem;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends a membership: its second half is not due any more, nor is any renewal. */
@ApplicationScoped
public class EndMembership {
  private final Centres centres;
  private final Memberships memberships;
  private final Clock clock;

  EndMembership(Centres centres, Memberships memberships, Clock clock) {
    this.centres = centres;
    this.memberships = memberships;
    this.clock = clock;
  }

  /**
   * The ended membership.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code MEMBERSHIP_ENDED} (409), {@code
   *     INVALID} (422), or what the precondition refuses with
   */
  @Transactional
  public Membership end(
      Caller caller,
      Finess finess,
      UUID id,
      @Nullable LocalDate endedOn,
      Precondition<Membership> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    if (centres.lock(finess, AccessPolicy.KEEP_OPTION.of(caller, today)).isEmpty()) {
      throw ProblemException.notFound();
    }
    Membership membership = memberships.find(finess, id).orElseThrow(ProblemException::notFound);
    precondition.check(membership);
    if (membership.endedOn() != null) {
      throw ProblemException.of(CentresProblem.MEMBERSHIP_ENDED);
    }
    Refusals.refuse(MembershipRules.errorsOfEnd(membership, endedOn, today));
    Membership ended = membership.end(Objects.requireNonNull(endedOn), now);
    memberships.replace(ended);
    return ended;
  }
}
