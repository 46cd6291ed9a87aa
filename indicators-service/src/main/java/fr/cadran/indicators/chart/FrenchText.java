package fr.cadran.indicators.chart;

import fr.cadran.kit.type.Quarter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures, quarters and days as they are written in France. */
public final class FrenchText {
  private static final String NARROW_SPACE = "\u202F";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
  private static final int HUNDRED = 2;

  private FrenchText() {}

  /** As in {@code T3 2013}. */
  public static String quarter(Quarter quarter) {
    return "T" + quarter.number() + " " + quarter.year();
  }

  /** As in {@code 30/09/2013}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** As in {@code 14,9 %} for a ratio, {@code 12 345,67 €/h} otherwise. */
  public static String figure(BigDecimal value, boolean ratio, String unit) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.FRENCH);
    symbols.setGroupingSeparator(NARROW_SPACE.charAt(0));
    symbols.setDecimalSeparator(',');
    symbols.setMinusSign('−');
    DecimalFormat format = new DecimalFormat(ratio ? "#,##0.#" : "#,##0.##", symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    String text = format.format(ratio ? value.movePointRight(HUNDRED) : value);
    return ratio ? text + NARROW_SPACE + "%" : unit.isEmpty() ? text : text + NARROW_SPACE + unit;
  }
}
