package fr.cadran.centres.centre.application;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A place in both times.
 *
 * @param on the day on which something was true
 * @param asOf the instant up to which it was known
 */
public record Moment(LocalDate on, Instant asOf) {}
