package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How much of a contract year is left, in days or in months as the rule set says. A month that has
 * begun counts whole; months are counted back from the anniversary.
 *
 * @param start first day of the contract year
 * @param end its anniversary
 * @param byMonths whether months are counted
 */
record YearShare(LocalDate start, LocalDate end, boolean byMonths) {
  private static final int MONTHS_OF_A_YEAR = 12;

  static YearShare of(ContractCalendar calendar, int year, RuleParameters parameters) {
    return new YearShare(
        calendar.start(year), calendar.end(year), parameters.is(RuleName.PRORATION, "MONTHS"));
  }

  /** Units of the whole year. */
  int whole() {
    return left(start);
  }

  /** Units from a day of the year to its end; none after it, all of them before its start. */
  int left(LocalDate from) {
    LocalDate day = from.isBefore(start) ? start : from;
    if (!day.isBefore(end)) {
      return 0;
    }
    if (!byMonths) {
      return Math.toIntExact(ChronoUnit.DAYS.between(day, end));
    }
    int months = 1;
    while (months < MONTHS_OF_A_YEAR && end.minusMonths(months).isAfter(day)) {
      months++;
    }
    return months;
  }
}
