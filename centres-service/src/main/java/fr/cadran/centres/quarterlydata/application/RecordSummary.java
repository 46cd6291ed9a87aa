package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.quarterlydata.domain.RecordState;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;

/**
 * A line of the list of quarters.
 *
 * @param quarter the quarter
 * @param state as the reader sees it
 * @param version last submitted version, 0 before the first
 * @param changedAt when what the reader sees was last written
 */
public record RecordSummary(Quarter quarter, RecordState state, int version, Instant changedAt) {}
