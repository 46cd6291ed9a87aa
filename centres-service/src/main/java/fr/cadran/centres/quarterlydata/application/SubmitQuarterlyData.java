package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
import fr.cadran.centres.quarterlydata.domain.RecordState;
import fr.cadran.centres.quarterlydata.domain.Submission;
import fr.cadran.centres.quarterlydata.domain.SubmissionVerdict;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes the next version of the open draft, when the checks let it pass. */
@ApplicationScoped
public class SubmitQuarterlyData {
  private static final Logger LOG = Logger.getLogger(SubmitQuarterlyData.class);

  private final Centres centres;
  private final QuarterlyRecords records;
  private final PrepareSubmission prepareSubmission;
  private final QuarterlyDataEvents events;
  private final Clock clock;

  SubmitQuarterlyData(
      Centres centres,
      QuarterlyRecords records,
      PrepareSubmission prepareSubmission,
      QuarterlyDataEvents events,
      Clock clock) {
    this.centres = centres;
    this.records = records;
    this.prepareSubmission = prepareSubmission;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The record with its new version.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code MANDAT_DOES_NOT_ALLOW} (403), {@code
   *     NOTHING_TO_SUBMIT} (409), {@code SUBMISSION_REFUSED} (422) with every finding, or what the
   *     precondition refuses with
   */
  @Transactional
  public QuarterlyRecord submit(
      Caller caller,
      Finess centre,
      Quarter quarter,
      List<String> acknowledgements,
      Precondition<QuarterlyRecord> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    Centre declaring = CentreSide.lockToWrite(centres, caller, centre, today);
    QuarterlyRecord current = records.find(centre, quarter).orElseThrow(ProblemException::notFound);
    precondition.check(current);
    if (current.state() != RecordState.DRAFT) {
      throw ProblemException.of(CentresProblem.NOTHING_TO_SUBMIT);
    }
    Submission submission = prepareSubmission.prepare(declaring, quarter, current.content(), today);
    SubmissionVerdict verdict = SubmissionVerdict.of(submission, acknowledgements);
    if (!verdict.accepts()) {
      throw ProblemException.of(
          CentresProblem.SUBMISSION_REFUSED, SubmissionRefusal.faults(verdict, acknowledgements));
    }
    QuarterlyRecord submitted =
        current.submit(now, caller.clientId(), acknowledgements, submission.window().dueOn());
    records.save(submitted);
    events.submitted(centre, quarter, submitted.latestVersion());
    LOG.infof(
        "quarterly data submitted finess=%s quarter=%s version=%d",
        centre, quarter, submitted.version());
    return submitted;
  }
}
