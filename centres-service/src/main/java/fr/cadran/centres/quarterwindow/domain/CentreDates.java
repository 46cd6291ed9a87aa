package fr.cadran.centres.quarterwindow.domain;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Other dates for one centre and one quarter, with the reason.
 *
 * @param quarter the quarter
 * @param centre the centre
 * @param revision how many times it was written
 * @param dueOn last day on which a submission is on time
 * @param closesOn last day on which the centre can submit, null when it never closes
 * @param reason why
 * @param changedAt when it was last written
 */
public record CentreDates(
    Quarter quarter,
    Finess centre,
    long revision,
    LocalDate dueOn,
    @Nullable LocalDate closesOn,
    String reason,
    Instant changedAt) {}
