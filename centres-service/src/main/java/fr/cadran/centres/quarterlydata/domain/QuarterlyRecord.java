package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one centre for one quarter: an open draft, the last submitted version, or both.
 *
 * @param finess the centre
 * @param quarter the quarter
 * @param revision how many times the record was written; changes with every write
 * @param draft the open draft, null when nothing is open
 * @param latest the last submitted version, null before the first submission
 * @param changedAt when it was last written
 */
public record QuarterlyRecord(
    Finess finess,
    Quarter quarter,
    long revision,
    @Nullable QuarterlyContent draft,
    @Nullable SubmittedVersion latest,
    Instant changedAt) {

  public QuarterlyRecord {
    if (draft == null && latest == null) {
      throw new IllegalArgumentException("a record is a draft or was submitted");
    }
  }

  /** A record that begins with its first draft. */
  public static QuarterlyRecord open(
      Finess finess, Quarter quarter, QuarterlyContent content, Instant now) {
    move(null, RecordTransition.Event.SAVE);
    return new QuarterlyRecord(finess, quarter, 1, content, null, now);
  }

  public RecordState state() {
    return draft == null ? latestVersion().state() : RecordState.DRAFT;
  }

  /** The draft when one is open, else what was submitted last. */
  public QuarterlyContent content() {
    if (draft != null) {
      return draft;
    }
    return latestVersion().content();
  }

  /** Number of the last submitted version, 0 before the first. */
  public int version() {
    return latest == null ? 0 : latest.version();
  }

  /** The record with a new draft: the open one replaced, or a correction on top of a submission. */
  public QuarterlyRecord save(QuarterlyContent content, Instant now) {
    move(state(), RecordTransition.Event.SAVE);
    return new QuarterlyRecord(finess, quarter, revision + 1, content, latest, now);
  }

  /**
   * The record with its draft submitted as the next version.
   *
   * @param dueOn last day on which the quarter is on time
   * @throws IllegalTransitionException when no draft is open
   */
  public QuarterlyRecord submit(
      Instant now, String client, List<String> acknowledgedWarnings, LocalDate dueOn) {
    move(state(), RecordTransition.Event.SUBMIT);
    SubmittedVersion next =
        new SubmittedVersion(
            version() + 1, content(), now, client, acknowledgedWarnings, dueOn, null);
    return new QuarterlyRecord(finess, quarter, revision + 1, null, next, now);
  }

  /**
   * The record with the decision of the ARS on its last submitted version. An open draft stays as
   * it is: the ARS does not see it.
   *
   * @throws IllegalTransitionException when that version is decided already
   */
  public QuarterlyRecord decide(Decision decision) {
    SubmittedVersion undecided = latestVersion();
    move(undecided.state(), decision.outcome().event());
    return new QuarterlyRecord(
        finess, quarter, revision + 1, draft, undecided.decided(decision), decision.decidedAt());
  }

  /** The record as onlookers see it: without an open draft, empty when nothing was submitted. */
  public Optional<QuarterlyRecord> asSubmitted() {
    return Optional.ofNullable(latest)
        .map(version ->
            new QuarterlyRecord(finess, quarter, revision, null, version, version.changedAt()));
  }

  /** The last submitted version of a record that has one. */
  public SubmittedVersion latestVersion() {
    if (latest == null) {
      throw new IllegalStateException("nothing was submitted yet");
    }
    return latest;
  }

  private static void move(@Nullable RecordState from, RecordTransition.Event event) {
    if (RecordTransition.of(from, event).isEmpty()) {
      throw new IllegalTransitionException(from, event);
    }
  }
}
