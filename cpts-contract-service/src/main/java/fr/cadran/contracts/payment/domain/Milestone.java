package fr.cadran.contracts.payment.domain;

/** The point in the life of an envelope at which a line is written. */
public enum Milestone {
  /** Its first payment, before anything is known of the results. */
  AHEAD,
  /** The contract or the mission ends before the year does. */
  CUT,
  /** The dialogue of the year is closed. */
  SETTLEMENT,
  /** Something changed after the settlement. */
  CORRECTION
}
