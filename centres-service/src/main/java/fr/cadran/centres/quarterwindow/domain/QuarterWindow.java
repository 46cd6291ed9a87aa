package fr.cadran.centres.quarterwindow.domain;

import fr.cadran.kit.type.Quarter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a quarter can be submitted, for a place or for one centre (centres.md §3). All days are
 * included.
 *
 * @param quarter the quarter
 * @param opensOn first day on which it can be submitted
 * @param dueOn last day on which a submission is on time; later ones are late, and accepted
 * @param closesOn last day on which it can be submitted, null when it never closes
 * @param origin who set these dates
 * @param reason why they are other dates than those of the territory; null unless they are
 */
public record QuarterWindow(
    Quarter quarter,
    LocalDate opensOn,
    LocalDate dueOn,
    @Nullable LocalDate closesOn,
    Origin origin,
    @Nullable String reason) {

  /** Who set the dates, from the general to the particular: the most particular ones count. */
  public enum Origin {
    /** Nobody: the dated rule gives them. */
    RULE,
    /** An administrator, for the whole country. */
    NATIONAL,
    /** The ARS, for its région. */
    REGION,
    /** The ARS, for a département. */
    DEPARTEMENT,
    /** The ARS or an administrator, for one centre and with a reason. */
    CENTRE
  }

  /** Whether the quarter cannot be submitted yet. */
  public boolean isBeforeOpening(LocalDate day) {
    return day.isBefore(opensOn);
  }

  /** Whether the quarter cannot be submitted any more. */
  public boolean isAfterClosing(LocalDate day) {
    return closesOn != null && day.isAfter(closesOn);
  }

  /** Whether a submission on a day is late. */
  public boolean isLate(LocalDate day) {
    return day.isAfter(dueOn);
  }

  /** The same quarter with the dates that one centre was given. */
  public QuarterWindow except(CentreDates exception) {
    return new QuarterWindow(
        quarter,
        opensOn,
        exception.dueOn(),
        exception.closesOn(),
        Origin.CENTRE,
        exception.reason());
  }
}
