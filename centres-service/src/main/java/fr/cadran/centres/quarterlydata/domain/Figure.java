package fr.cadran.centres.quarterlydata.domain;

import java.math.BigDecimal;

/**
 * One figure that a centre gave.
 *
 * @param path its name in warnings and differences, for example {@code activity[DENTAIRE].acts}
 * @param pointer its JSON pointer, for example {@code /activity/3/acts}
 * @param kind which values it may have
 * @param accrual what time it covers
 * @param value the number as declared
 */
public record Figure(
    String path, String pointer, FigureKind kind, Accrual accrual, BigDecimal value) {

  /** What time a figure covers. */
  public enum Accrual {
    /** The quarter. */
    QUARTER,
    /** 1 January to the end of the quarter. */
    SINCE_JANUARY,
    /** No period: a state, such as a number of rooms. */
    STATE
  }
}
