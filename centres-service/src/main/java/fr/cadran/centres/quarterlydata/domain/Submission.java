package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.centres.quarterwindow.domain.QuarterWindow;
import fr.cadran.kit.type.Quarter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record about to be submitted, with what the checks compare it with.
 *
 * @param window when its quarter can be submitted by this centre
 * @param centreOpenedOn first day of the centre, null when it is not known
 * @param centreClosedOn last day of the centre, null while it is open
 * @param content what is declared
 * @param history what the centre submitted for earlier quarters
 * @param registered what the register of the option de coordination says of the quarter, null when
 *     the centre does not keep it there
 * @param today the date in Europe/Paris
 */
public record Submission(
    QuarterWindow window,
    @Nullable LocalDate centreOpenedOn,
    @Nullable LocalDate centreClosedOn,
    QuarterlyContent content,
    CentreHistory history,
    @Nullable RegisteredMemberships registered,
    LocalDate today) {

  public Quarter quarter() {
    return window.quarter();
  }
}
