package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists memberships of a centre, all of them or those whose renewal falls due. */
@ApplicationScoped
public class ListMemberships {
  private static final int READ_AT_ONCE = 500;

  private final Centres centres;
  private final Memberships memberships;
  private final Clock clock;

  ListMemberships(Centres centres, Memberships memberships, Clock clock) {
    this.centres = centres;
    this.memberships = memberships;
    this.clock = clock;
  }

  /**
   * A page of memberships, the oldest first.
   *
   * @param batch of which they are, null for all
   * @param dueFrom first day of the renewal calendar, null for the beginning
   * @param dueTo last day of it, null when there is no calendar to narrow by
   * @param after sort key of the last one seen, null for the first page
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID_CURSOR}, {@code
   *     INVALID_PARAMETER} (400)
   */
  @Transactional
  public Page<Membership> list(
      Caller caller,
      Finess finess,
      @Nullable UUID batch,
      @Nullable LocalDate dueFrom,
      @Nullable LocalDate dueTo,
      @Nullable List<String> after,
      int limit) {
    if (centres
        .find(finess, AccessPolicy.READ_MEMBERS.of(caller, FrenchDay.of(clock.instant())))
        .isEmpty()) {
      throw ProblemException.notFound();
    }
    if (dueFrom != null && (dueTo == null || dueTo.isBefore(dueFrom))) {
      throw ProblemException.of(KitProblem.INVALID_PARAMETER);
    }
    List<Membership> found = new ArrayList<>();
    UUID last = after == null ? null : id(after);
    List<Membership> read;
    do {
      read = memberships.list(finess, batch, last, READ_AT_ONCE);
      for (Membership one : read) {
        last = one.id();
        if (dueTo == null || !one.renewals(since(dueFrom), dueTo).isEmpty()) {
          found.add(one);
        }
      }
    } while (read.size() == READ_AT_ONCE && found.size() <= limit);
    return Page.cut(
        found.size() > limit + 1 ? found.subList(0, limit + 1) : found,
        limit,
        one -> List.of(one.id().toString()));
  }

  private static LocalDate since(@Nullable LocalDate dueFrom) {
    return dueFrom == null ? LocalDate.of(1900, 1, 1) : dueFrom;
  }

  private static UUID id(List<String> after) {
    try {
      return UUID.fromString(after.getFirst());
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
