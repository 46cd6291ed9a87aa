package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the submitted versions of a quarter. */
@ApplicationScoped
public class ListVersions {
  private final Centres centres;
  private final QuarterlyRecords records;
  private final Clock clock;

  ListVersions(Centres centres, QuarterlyRecords records, Clock clock) {
    this.centres = centres;
    this.records = records;
    this.clock = clock;
  }

  /**
   * A page of versions, the first one first; empty before the first submission.
   *
   * @param after sort key of the last version seen, null for the first page
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID_CURSOR} (400)
   */
  @Transactional
  public Page<SubmittedVersion> list(
      Caller caller, Finess centre, Quarter quarter, @Nullable List<String> after, int limit) {
    CentreSide.ofReader(centres, caller, centre, FrenchDay.of(clock.instant()));
    return Page.cut(
        records.versions(centre, quarter, after == null ? 0 : number(after), limit + 1),
        limit,
        version -> List.of(String.valueOf(version.version())));
  }

  private static int number(List<String> after) {
    try {
      return Integer.parseInt(after.getFirst());
    } catch (NumberFormatException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
