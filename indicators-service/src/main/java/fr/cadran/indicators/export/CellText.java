package fr.cadran.indicators.export;

import org.jspecify.annotations.Nullable;

/** Texts that no spreadsheet takes for a formula when it opens the file. */
final class CellText {
  private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

  private CellText() {}

  /** The text behind an apostrophe when it begins like a formula, else as it is. */
  static String harmless(String text) {
    return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** A cell of a text file: numbers as they are, nothing for unknown. */
  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case java.math.BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> harmless(value.toString());
    };
  }
}
