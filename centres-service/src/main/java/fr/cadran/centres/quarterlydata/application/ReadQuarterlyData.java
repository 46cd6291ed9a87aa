package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Reads the record of a quarter: with its open draft on the centre's side, else as submitted. */
@ApplicationScoped
public class ReadQuarterlyData {
  private final Centres centres;
  private final QuarterlyRecords records;
  private final Clock clock;

  ReadQuarterlyData(Centres centres, QuarterlyRecords records, Clock clock) {
    this.centres = centres;
    this.records = records;
    this.clock = clock;
  }

  /**
   * The record as the caller may see it.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public QuarterlyRecord read(Caller caller, Finess centre, Quarter quarter) {
    CentreSide side = CentreSide.ofReader(centres, caller, centre, FrenchDay.of(clock.instant()));
    Optional<QuarterlyRecord> found = records.find(centre, quarter);
    return (side.seesDrafts() ? found : found.flatMap(QuarterlyRecord::asSubmitted))
        .orElseThrow(ProblemException::notFound);
  }
}
