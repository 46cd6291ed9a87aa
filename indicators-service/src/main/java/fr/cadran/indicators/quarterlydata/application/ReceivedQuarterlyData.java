package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.events.centres.QuarterlyContent;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;

/**
 * The quarterly data of a centre as they arrived.
 *
 * @param quarter of which quarter
 * @param version from 1; a correction has the next number
 * @param submittedAt when the centre submitted them
 * @param content what was submitted
 */
public record ReceivedQuarterlyData(
    Quarter quarter, int version, Instant submittedAt, QuarterlyContent content) {}
