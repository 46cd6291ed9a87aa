package fr.cadran.contracts.payment.domain;

import java.time.LocalDate;

/**
 * Contract years, from anniversary to anniversary, half-open. The anniversary of 29 February falls
 * on 28 February in years that have no 29th.
 *
 * @param signedOn first day of the contract
 * @param years how many there are
 */
public record ContractCalendar(LocalDate signedOn, int years) {
  /** First day of a contract year, counted from 1. */
  public LocalDate start(int year) {
    return signedOn.plusYears(year - 1L);
  }

  /** First day after a contract year: its anniversary. */
  public LocalDate end(int year) {
    return signedOn.plusYears(year);
  }

  /** First day after the contract, when it runs to its term. */
  public LocalDate term() {
    return end(years);
  }

  /**
   * The contract year of a day; 0 before the first, one more than the last after the term.
   *
   * @param day any day
   */
  public int yearOf(LocalDate day) {
    if (day.isBefore(signedOn)) {
      return 0;
    }
    int year = 1;
    while (year <= years && !day.isBefore(end(year))) {
      year++;
    }
    return year;
  }
}
