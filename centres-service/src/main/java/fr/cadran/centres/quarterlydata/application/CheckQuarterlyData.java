package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
import fr.cadran.centres.quarterlydata.domain.RecordState;
import fr.cadran.centres.quarterlydata.domain.SubmissionVerdict;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Says of the open draft exactly what submitting it now would say, and changes nothing. */
@ApplicationScoped
public class CheckQuarterlyData {
  private final Centres centres;
  private final QuarterlyRecords records;
  private final PrepareSubmission prepareSubmission;
  private final Clock clock;

  CheckQuarterlyData(
      Centres centres, QuarterlyRecords records, PrepareSubmission prepareSubmission, Clock clock) {
    this.centres = centres;
    this.records = records;
    this.prepareSubmission = prepareSubmission;
    this.clock = clock;
  }

  /**
   * The verdict of the checks.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code MANDAT_DOES_NOT_ALLOW} (403), {@code
   *     NOTHING_TO_SUBMIT} (409)
   */
  @Transactional
  public SubmissionVerdict check(
      Caller caller, Finess centre, Quarter quarter, List<String> acknowledgements) {
    LocalDate today = FrenchDay.of(clock.instant());
    Centre declaring = CentreSide.lockToWrite(centres, caller, centre, today);
    QuarterlyRecord current = records.find(centre, quarter).orElseThrow(ProblemException::notFound);
    if (current.state() != RecordState.DRAFT) {
      throw ProblemException.of(CentresProblem.NOTHING_TO_SUBMIT);
    }
    return SubmissionVerdict.of(
        prepareSubmission.prepare(declaring, quarter, current.content(), today), acknowledgements);
  }
}
