package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the quarters of a centre. */
@ApplicationScoped
public class ListQuarterlyData {
  private final Centres centres;
  private final QuarterlyRecords records;
  private final Clock clock;

  ListQuarterlyData(Centres centres, QuarterlyRecords records, Clock clock) {
    this.centres = centres;
    this.records = records;
    this.clock = clock;
  }

  /**
   * A page of quarters, the latest first.
   *
   * @param after sort key of the last quarter seen, null for the first page
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID_CURSOR} (400)
   */
  @Transactional
  public Page<RecordSummary> list(
      Caller caller, Finess centre, @Nullable List<String> after, int limit) {
    CentreSide side = CentreSide.ofReader(centres, caller, centre, FrenchDay.of(clock.instant()));
    return Page.cut(
        records.list(centre, !side.seesDrafts(), after == null ? null : quarter(after), limit + 1),
        limit,
        row -> List.of(row.quarter().toString()));
  }

  private static Quarter quarter(List<String> after) {
    try {
      return Quarter.parse(after.getFirst());
    } catch (InvalidValueException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
