package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Reads one submitted version of a quarter. */
@ApplicationScoped
public class ReadVersion {
  private final Centres centres;
  private final QuarterlyRecords records;
  private final Clock clock;

  ReadVersion(Centres centres, QuarterlyRecords records, Clock clock) {
    this.centres = centres;
    this.records = records;
    this.clock = clock;
  }

  /**
   * The version.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public SubmittedVersion read(Caller caller, Finess centre, Quarter quarter, int version) {
    CentreSide.ofReader(centres, caller, centre, FrenchDay.of(clock.instant()));
    return records.version(centre, quarter, version).orElseThrow(ProblemException::notFound);
  }
}
