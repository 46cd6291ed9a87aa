package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.centres.coordination.domain.MembershipRules;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.id.IdSource;
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
import org.jspecify.annotations.Nullable;

/** Takes a membership down, under a reference that says nothing of the patient. */
@ApplicationScoped
public class RegisterMembership {
  private final Centres centres;
  private final Memberships memberships;
  private final IdSource ids;
  private final Clock clock;

  RegisterMembership(Centres centres, Memberships memberships, IdSource ids, Clock clock) {
    this.centres = centres;
    this.memberships = memberships;
    this.ids = ids;
    this.clock = clock;
  }

  /** A membership as it is wished for; see {@link Membership}. */
  public record Wish(
      @Nullable VoletOption volet,
      @Nullable String reference,
      @Nullable String coordinatingDoctor,
      @Nullable LocalDate startedOn) {}

  /**
   * The membership.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), {@code MEMBER_ALREADY}
   *     (409)
   */
  @Transactional
  public Membership register(Caller caller, Finess finess, Wish wish) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    if (centres.lock(finess, AccessPolicy.KEEP_OPTION.of(caller, today)).isEmpty()) {
      throw ProblemException.notFound();
    }
    Refusals.refuse(
        MembershipRules.errorsOf(
            wish.volet(), wish.reference(), wish.coordinatingDoctor(), wish.startedOn(), today));
    Membership membership =
        new Membership(
            ids.next(),
            finess,
            Objects.requireNonNull(wish.volet()),
            Objects.requireNonNull(wish.reference()),
            Objects.requireNonNull(wish.coordinatingDoctor()),
            Objects.requireNonNull(wish.startedOn()),
            null,
            1,
            now);
    if (memberships.holds(finess, membership.volet(), membership.reference())) {
      throw ProblemException.of(CentresProblem.MEMBER_ALREADY);
    }
    memberships.add(membership);
    return membership;
  }
}
