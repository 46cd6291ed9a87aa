package fr.cadran.centres.quarterwindow.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.quarterwindow.domain.CentreDates;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists which centres have other dates for a quarter. */
@ApplicationScoped
public class ListCentreDates {
  private final QuarterWindows windows;
  private final Clock clock;

  ListCentreDates(QuarterWindows windows, Clock clock) {
    this.windows = windows;
    this.clock = clock;
  }

  /**
   * A page of exceptions in the order of the centres.
   *
   * @param after sort key of the last centre seen, null for the first page
   */
  @Transactional
  public Page<CentreDates> list(
      Caller caller, Quarter quarter, @Nullable List<String> after, int limit) {
    return Page.cut(
        windows.exceptions(
            quarter,
            AccessPolicy.READ_SUBMITTED.of(caller, FrenchDay.of(clock.instant())),
            after == null ? null : after.getFirst(),
            limit + 1),
        limit,
        row -> List.of(row.centre().value()));
  }
}
