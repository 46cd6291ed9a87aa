package fr.cadran.centres.quarterlydata.rest;

/** Codes of what can be wrong with a file. Stable: integrators match on them. */
public final class FileCodes {
  public static final String FILE_UNREADABLE = "FILE_UNREADABLE";
  public static final String FILE_UNPACKS_TOO_LARGE = "FILE_UNPACKS_TOO_LARGE";
  public static final String MACROS_REFUSED = "MACROS_REFUSED";
  public static final String TEMPLATE_VERSION = "TEMPLATE_VERSION";
  public static final String OTHER_CENTRE_OR_QUARTER = "OTHER_CENTRE_OR_QUARTER";
  public static final String SHEET_MISSING = "SHEET_MISSING";
  public static final String COLUMN_MISSING = "COLUMN_MISSING";
  public static final String FIELD_UNKNOWN = "FIELD_UNKNOWN";
  public static final String FIELD_TWICE = "FIELD_TWICE";
  public static final String ROWS_TOO_MANY = "ROWS_TOO_MANY";
  public static final String FORMULA_REFUSED = "FORMULA_REFUSED";
  public static final String DATE_REFUSED = "DATE_REFUSED";
  public static final String NOT_A_NUMBER = "NOT_A_NUMBER";
  public static final String VALUE_NOT_IN_LIST = "VALUE_NOT_IN_LIST";
  public static final String KEY_MISSING = "KEY_MISSING";
  public static final String ENCODING_NOT_UTF8 = "ENCODING_NOT_UTF8";
  public static final String END_MISSING = "END_MISSING";
  public static final String WRONG_DELIMITER = "WRONG_DELIMITER";

  private FileCodes() {}
}
