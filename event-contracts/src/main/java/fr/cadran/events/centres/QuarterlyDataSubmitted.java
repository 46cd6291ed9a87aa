package fr.cadran.events.centres;

import java.time.Instant;

/**
 * A centre submitted its quarterly data. A correction is the next version of the same quarter and
 * carries everything again; earlier versions stay true for who asks as of then.
 *
 * @param finess FINESS number of the centre; also the key of the message
 * @param quarter calendar quarter, e.g. {@code 2013-Q3}
 * @param version 1 for the first submission of the quarter, one more for each correction
 * @param submittedAt when the platform accepted the submission
 * @param content what was submitted
 */
public record QuarterlyDataSubmitted(
    String finess, String quarter, int version, Instant submittedAt, QuarterlyContent content) {}
