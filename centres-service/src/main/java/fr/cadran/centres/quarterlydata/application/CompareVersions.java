package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.quarterlydata.domain.ContentDifference;
import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Shows field by field what two submitted versions of a quarter give differently. */
@ApplicationScoped
public class CompareVersions {
  private final Centres centres;
  private final QuarterlyRecords records;
  private final Clock clock;

  CompareVersions(Centres centres, QuarterlyRecords records, Clock clock) {
    this.centres = centres;
    this.records = records;
    this.clock = clock;
  }

  /**
   * The differences, in the order of the grid.
   *
   * @param version the later of the two, as a rule
   * @param against what it is compared with
   * @throws ProblemException {@code NOT_FOUND} (404) when either does not exist
   */
  @Transactional
  public List<ContentDifference> compare(
      Caller caller, Finess centre, Quarter quarter, int version, int against) {
    CentreSide.ofReader(centres, caller, centre, FrenchDay.of(clock.instant()));
    SubmittedVersion before =
        records.version(centre, quarter, against).orElseThrow(ProblemException::notFound);
    SubmittedVersion after =
        records.version(centre, quarter, version).orElseThrow(ProblemException::notFound);
    return ContentDifference.between(before.content(), after.content());
  }
}
