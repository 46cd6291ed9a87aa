package fr.cadran.centres.quarterlydata.domain;

/** Codes of what can be wrong with a field of the grid. Stable: integrators match on them. */
public final class FieldCodes {
  public static final String REQUIRED = "REQUIRED";
  public static final String NEGATIVE = "NEGATIVE";
  public static final String NOT_AN_INTEGER = "NOT_AN_INTEGER";
  public static final String TOO_LARGE = "TOO_LARGE";
  public static final String TOO_MANY_DECIMALS = "TOO_MANY_DECIMALS";
  public static final String AMOUNT_HAS_MORE_THAN_TWO_DECIMALS =
      "AMOUNT_HAS_MORE_THAN_TWO_DECIMALS";
  public static final String RATE_OUT_OF_RANGE = "RATE_OUT_OF_RANGE";
  public static final String UNKNOWN_SPECIALTY = "UNKNOWN_SPECIALTY";
  public static final String DUPLICATE_SPECIALTY = "DUPLICATE_SPECIALTY";
  public static final String PRACTITIONER_ID_INVALID = "PRACTITIONER_ID_INVALID";
  public static final String DUPLICATE_PRACTITIONER = "DUPLICATE_PRACTITIONER";
  public static final String TIME_INVALID = "TIME_INVALID";
  public static final String OPENING_HOURS_INCOMPLETE = "OPENING_HOURS_INCOMPLETE";
  public static final String CLOSES_BEFORE_OPENING = "CLOSES_BEFORE_OPENING";
  public static final String TOO_MANY_ROWS = "TOO_MANY_ROWS";
  public static final String QUARTER_IN_FUTURE = "QUARTER_IN_FUTURE";

  /** A return without a word says nothing of what to correct. */
  public static final String COMMENT_MISSING = "COMMENT_MISSING";

  private FieldCodes() {}
}
