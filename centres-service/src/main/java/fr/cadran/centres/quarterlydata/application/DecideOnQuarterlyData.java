package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.quarterlydata.domain.Decision;
import fr.cadran.centres.quarterlydata.domain.FieldCodes;
import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
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
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Validates or returns the last submitted version of a quarter. */
@ApplicationScoped
public class DecideOnQuarterlyData {
  private static final Logger LOG = Logger.getLogger(DecideOnQuarterlyData.class);

  private final Centres centres;
  private final QuarterlyRecords records;
  private final Clock clock;

  DecideOnQuarterlyData(Centres centres, QuarterlyRecords records, Clock clock) {
    this.centres = centres;
    this.records = records;
    this.clock = clock;
  }

  /**
   * The record as the ARS sees it, with the decision.
   *
   * @param comment what to correct, for a return; null otherwise
   * @param precondition on the record as the ARS sees it
   * @throws ProblemException {@code NOT_FOUND} (404), {@code VERSION_ALREADY_DECIDED} (409), {@code
   *     INVALID} (422) for a return without a comment, or what the precondition refuses with
   */
  @Transactional
  public QuarterlyRecord decide(
      Caller caller,
      Finess centre,
      Quarter quarter,
      Decision.Outcome outcome,
      @Nullable String comment,
      Precondition<QuarterlyRecord> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (centres.lock(centre, AccessPolicy.DECIDE_ON_DATA.of(caller, FrenchDay.of(now))).isEmpty()) {
      throw ProblemException.notFound();
    }
    QuarterlyRecord current =
        records
            .find(centre, quarter)
            .filter(record -> record.latest() != null)
            .orElseThrow(ProblemException::notFound);
    precondition.check(current.asSubmitted().orElseThrow());
    if (current.latestVersion().decision() != null) {
      throw ProblemException.of(CentresProblem.VERSION_ALREADY_DECIDED);
    }
    QuarterlyRecord decided = current.decide(decision(caller, outcome, comment, now));
    records.save(decided);
    LOG.infof(
        "quarterly data decided finess=%s quarter=%s version=%d outcome=%s",
        centre, quarter, decided.version(), outcome);
    return decided.asSubmitted().orElseThrow();
  }

  private static Decision decision(
      Caller caller, Decision.Outcome outcome, @Nullable String comment, Instant now) {
    if (outcome == Decision.Outcome.VALIDATED) {
      return Decision.validated(now, caller.subject());
    }
    if (comment == null || comment.isBlank()) {
      throw ProblemException.invalid("/comment", FieldCodes.COMMENT_MISSING);
    }
    return Decision.returned(comment.strip(), now, caller.subject());
  }
}
