package fr.cadran.indicators.synthesis.domain;

/** What came of a levier in a centre. */
public enum Outcome {
  /** The centre did not retain it. */
  NOT_RETAINED,
  /** In the plan, without actions yet. */
  VALIDATED,
  /** Activated, with a positive result. */
  POSITIVE,
  /** Activated, without a positive result. */
  NOT_POSITIVE,
  /** Activated; what would decide has no value. */
  UNDECIDABLE;

  /** Whether the levier is in the plan of the centre. */
  public boolean isValidated() {
    return this != NOT_RETAINED;
  }

  /** Whether actions started. */
  public boolean isActivated() {
    return this == POSITIVE || this == NOT_POSITIVE || this == UNDECIDABLE;
  }
}
