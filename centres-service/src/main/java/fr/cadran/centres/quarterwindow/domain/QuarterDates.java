package fr.cadran.centres.quarterwindow.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates of a quarter as they are declared, before any rule looked at them.
 *
 * @param opensOn first day on which the quarter can be submitted
 * @param dueOn last day on which a submission is on time
 * @param closesOn last day on which the quarter can be submitted, null when it never closes
 */
public record QuarterDates(
    @Nullable LocalDate opensOn, @Nullable LocalDate dueOn, @Nullable LocalDate closesOn) {}
