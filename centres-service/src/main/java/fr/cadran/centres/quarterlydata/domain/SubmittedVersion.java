package fr.cadran.centres.quarterlydata.domain;

import java.time.Instant;
import java.util.List;

/**
 * A version that was submitted. It never changes.
 *
 * @param version 1 for the first submission, one more for each correction
 * @param content what was submitted
 * @param submittedAt when
 * @param submittedBy client that submitted
 * @param acknowledgedWarnings warnings that the submitter acknowledged, as {@code CODE:path}
 */
public record SubmittedVersion(
    int version,
    QuarterlyContent content,
    Instant submittedAt,
    String submittedBy,
    List<String> acknowledgedWarnings) {
  public SubmittedVersion {
    acknowledgedWarnings = List.copyOf(acknowledgedWarnings);
  }
}
