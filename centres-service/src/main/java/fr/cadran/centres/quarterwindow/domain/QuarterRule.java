package fr.cadran.centres.quarterwindow.domain;

import fr.cadran.kit.type.Quarter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of the quarters for which nobody set any: a dated parameter, because the source gives
 * no calendar.
 *
 * @param from first quarter to which the rule applies
 * @param opensAfterDays days from the first day of the quarter to the opening
 * @param dueAfterDays days from the last day of the quarter to the day on which data are due
 * @param closesAfterDays days from the last day of the quarter to the closing, null for never
 * @param source where the rule comes from
 */
public record QuarterRule(
    Quarter from,
    int opensAfterDays,
    int dueAfterDays,
    @Nullable Integer closesAfterDays,
    String source) {

  /** The dates of a quarter by this rule. */
  public QuarterWindow window(Quarter quarter) {
    LocalDate end = quarter.lastDay();
    return new QuarterWindow(
        quarter,
        quarter.firstDay().plusDays(opensAfterDays),
        end.plusDays(dueAfterDays),
        closesAfterDays == null ? null : end.plusDays(closesAfterDays),
        QuarterWindow.Origin.RULE,
        null);
  }
}
