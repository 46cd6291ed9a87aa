package fr.cadran.centres.centre.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.domain.ManagerKind;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the centres that a caller may read. */
@ApplicationScoped
public class ListCentres {
  private final Centres centres;
  private final Clock clock;

  ListCentres(Centres centres, Clock clock) {
    this.centres = centres;
    this.clock = clock;
  }

  /** What the caller narrows the list to; see {@link CentreFilter}. */
  public record Wish(
      @Nullable String departement,
      @Nullable String region,
      @Nullable ManagerKind managerKind,
      @Nullable String specialty,
      @Nullable String text,
      @Nullable Boolean open,
      @Nullable UUID programme,
      MomentWish moment) {}

  /**
   * A page of centres in the order of their numbers.
   *
   * @param after sort key of the last centre seen, null for the first page
   */
  @Transactional
  public Page<RegisteredCentre> list(
      Caller caller, Wish wish, @Nullable List<String> after, int limit) {
    Instant now = clock.instant();
    LocalDate today = FrenchDay.of(now);
    CentreFilter filter =
        new CentreFilter(
            wish.departement,
            wish.region,
            wish.managerKind,
            wish.specialty,
            wish.text,
            wish.open,
            wish.moment.day(now),
            wish.programme,
            AccessPolicy.READ_PROGRAMMES.of(caller, today),
            wish.moment.resolve(now));
    List<RegisteredCentre> rows =
        centres.list(
            filter,
            AccessPolicy.READ_REGISTRY.of(caller, today),
            after == null ? null : after.getFirst(),
            limit + 1);
    return Page.cut(rows, limit, row -> List.of(row.centre().finess().value()));
  }
}
