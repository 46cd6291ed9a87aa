package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.kit.type.FrenchDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version that was submitted. It never changes, save that the ARS decides on it once.
 *
 * @param version 1 for the first submission, one more for each correction
 * @param content what was submitted
 * @param submittedAt when
 * @param submittedBy client that submitted
 * @param acknowledgedWarnings warnings that the submitter acknowledged, as {@code CODE:path}
 * @param dueOn last day on which it would have been on time, as the dates were then
 * @param decision what the ARS decided of it, null while it has not
 */
public record SubmittedVersion(
    int version,
    QuarterlyContent content,
    Instant submittedAt,
    String submittedBy,
    List<String> acknowledgedWarnings,
    LocalDate dueOn,
    @Nullable Decision decision) {
  public SubmittedVersion {
    acknowledgedWarnings = List.copyOf(acknowledgedWarnings);
  }

  /** Whether it came after the day on which it was due. */
  public boolean isLate() {
    return FrenchDay.of(submittedAt).isAfter(dueOn);
  }

  /** Where this version stands. */
  public RecordState state() {
    return decision == null ? RecordState.SUBMITTED : decision.outcome().state();
  }

  /** When it last came to stand there. */
  public Instant changedAt() {
    return decision == null ? submittedAt : decision.decidedAt();
  }

  SubmittedVersion decided(Decision made) {
    return new SubmittedVersion(
        version, content, submittedAt, submittedBy, acknowledgedWarnings, dueOn, made);
  }
}
