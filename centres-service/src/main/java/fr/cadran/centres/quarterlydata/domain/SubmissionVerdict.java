package fr.cadran.centres.quarterlydata.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the checks say of a submission, given the warnings that the submitter acknowledges.
 *
 * @param blocking what refuses the submission
 * @param unacknowledged warnings that were not acknowledged, which refuse it too
 * @param acknowledged warnings that were
 * @param unknownAcknowledgements acknowledgements of warnings that do not exist, which refuse it
 *     too: a client that acknowledges in advance has not read what it acknowledges
 */
public record SubmissionVerdict(
    List<Finding> blocking,
    List<Finding> unacknowledged,
    List<Finding> acknowledged,
    List<String> unknownAcknowledgements) {

  public static SubmissionVerdict of(Submission submission, Collection<String> acknowledgements) {
    List<Finding> findings = SubmissionCheck.all(submission);
    List<Finding> blocking =
        findings.stream()
            .filter(found -> found.check().severity() == SubmissionCheck.Severity.BLOCKING)
            .toList();
    List<Finding> warnings =
        findings.stream()
            .filter(found -> found.check().severity() == SubmissionCheck.Severity.WARNING)
            .toList();
    Set<String> unknown = new LinkedHashSet<>(acknowledgements);
    warnings.forEach(warning -> unknown.remove(warning.acknowledgement()));
    return new SubmissionVerdict(
        blocking,
        warnings.stream()
            .filter(warning -> !acknowledgements.contains(warning.acknowledgement()))
            .toList(),
        warnings.stream()
            .filter(warning -> acknowledgements.contains(warning.acknowledgement()))
            .toList(),
        List.copyOf(unknown));
  }

  /** Whether the record may be submitted. */
  public boolean accepts() {
    return blocking.isEmpty() && unacknowledged.isEmpty() && unknownAcknowledgements.isEmpty();
  }
}
