package fr.cadran.centres.completeness.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.completeness.domain.Completeness;
import fr.cadran.centres.completeness.domain.MissingCentre;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts who submitted a quarter, and names who did not. */
@ApplicationScoped
public class MeasureCompleteness {
  private final Submissions submissions;
  private final Clock clock;

  MeasureCompleteness(Submissions submissions, Clock clock) {
    this.submissions = submissions;
    this.clock = clock;
  }

  /**
   * What was measured.
   *
   * @param counts of all centres within reach
   * @param missing a page of those that have not submitted
   */
  public record Measured(Completeness counts, Page<MissingCentre> missing) {}

  /**
   * The counts and a page of the missing centres.
   *
   * @param after sort key of the last centre seen, null for the first page
   */
  @Transactional
  public Measured measure(
      Caller caller, CompletenessFilter filter, @Nullable List<String> after, int limit) {
    CentreReach reach = AccessPolicy.MEASURE_COMPLETENESS.of(caller, FrenchDay.of(clock.instant()));
    return new Measured(
        submissions.count(filter, reach),
        Page.cut(
            submissions.missing(filter, reach, after == null ? null : after.getFirst(), limit + 1),
            limit,
            centre -> List.of(centre.finess().value())));
  }
}
