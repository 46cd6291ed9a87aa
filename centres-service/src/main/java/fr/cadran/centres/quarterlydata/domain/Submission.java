package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.kit.type.Quarter;
import java.time.LocalDate;

/**
 * A record about to be submitted, with what the checks compare it with.
 *
 * @param quarter its quarter
 * @param content what is declared
 * @param history what the centre submitted for earlier quarters
 * @param today the date in Europe/Paris
 */
public record Submission(
    Quarter quarter, QuarterlyContent content, CentreHistory history, LocalDate today) {}
