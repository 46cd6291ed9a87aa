package fr.cadran.indicators.cptsvalue.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The dialogue de gestion that agreed on results, in one of their versions.
 *
 * @param cpts whose results they are
 * @param contract of which contract
 * @param number of the dialogue within the contract, from 1
 * @param contractYear of which contract year, from 1
 * @param yearFrom first day of that year
 * @param yearUntil first day after that year
 * @param resultsVersion 1 at the closing, one more for each correction
 * @param closedAt when it was closed, or the correction made
 * @param hash of what the three parties agreed on
 */
public record ClosedDialogue(
    UUID cpts,
    UUID contract,
    int number,
    int contractYear,
    LocalDate yearFrom,
    LocalDate yearUntil,
    int resultsVersion,
    Instant closedAt,
    String hash) {

  /**
   * A dialogue of a year that has days.
   *
   * @throws IllegalArgumentException when a number is below 1 or the year ends before it begins
   */
  public ClosedDialogue {
    if (number < 1 || contractYear < 1 || resultsVersion < 1 || !yearUntil.isAfter(yearFrom)) {
      throw new IllegalArgumentException("not a dialogue of a contract year");
    }
  }
}
