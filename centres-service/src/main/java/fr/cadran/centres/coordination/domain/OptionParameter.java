package fr.cadran.centres.coordination.domain;

import java.time.LocalDate;

/**
 * A number that a text of the option fixes, from a day on: dated reference data, never a constant
 * of the program.
 *
 * @param code which number
 * @param validFrom first day; it holds until another begins to
 * @param value at least 1
 * @param source text that says so
 */
public record OptionParameter(Code code, LocalDate validFrom, int value, String source) {
  /** The numbers. */
  public enum Code {
    /** Membership files that the first batch of a volet holds at least. */
    FEWEST_FILES_OF_FIRST_BATCH,
    /** Days after an application is sent in which the CPAM may answer. */
    DAYS_UNTIL_DEEMED_ACCEPTED
  }
}
