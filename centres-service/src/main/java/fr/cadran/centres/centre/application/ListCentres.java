package fr.cadran.centres.centre.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
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

  /**
   * A page of centres in the order of their numbers.
   *
   * @param after sort key of the last centre seen, null for the first page
   */
  @Transactional
  public Page<RegisteredCentre> list(
      Caller caller, CentreFilter filter, @Nullable List<String> after, int limit) {
    List<RegisteredCentre> rows =
        centres.list(
            filter,
            AccessPolicy.READ_REGISTRY.of(caller, FrenchDay.of(clock.instant())),
            after == null ? null : after.getFirst(),
            limit + 1);
    return Page.cut(rows, limit, row -> List.of(row.centre().finess().value()));
  }
}
