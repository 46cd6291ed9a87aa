package fr.cadran.kit.type;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A calendar quarter, written {@code 2013-Q3}.
 *
 * @param year four digits, 1900 to 2999
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {
  private static final Pattern FORM = Pattern.compile("(\\d{4})-Q([1-4])");
  private static final Comparator<Quarter> ORDER =
      Comparator.comparingInt(Quarter::year).thenComparingInt(Quarter::number);

  /**
   * Checks the form of the value.
   *
   * @throws InvalidValueException {@code QUARTER_INVALID}
   */
  public Quarter {
    if (year < 1900 || year > 2999 || number < 1 || number > 4) {
      throw invalid();
    }
  }

  /**
   * Reads a quarter.
   *
   * @throws InvalidValueException {@code QUARTER_INVALID}
   */
  public static Quarter parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw invalid();
    }
    return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** The quarter that holds a day. */
  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() - 1) / 3 + 1);
  }

  private static InvalidValueException invalid() {
    return new InvalidValueException("QUARTER_INVALID", "a quarter is written like 2013-Q3");
  }

  /** First day of the quarter. */
  public LocalDate firstDay() {
    return LocalDate.of(year, number * 3 - 2, 1);
  }

  /** Last day of the quarter, included. */
  public LocalDate lastDay() {
    return next().firstDay().minusDays(1);
  }

  /** The quarter after this one. */
  public Quarter next() {
    return plus(1);
  }

  /** The quarter before this one, of the year before when this is the first. */
  public Quarter previous() {
    return plus(-1);
  }

  /** This quarter moved by a number of quarters, forwards or backwards. */
  public Quarter plus(int quarters) {
    int index = year * 4 + number - 1 + quarters;
    return new Quarter(Math.floorDiv(index, 4), Math.floorMod(index, 4) + 1);
  }

  /** Whether figures cumulative since 1 January start with this quarter. */
  public boolean isFirstOfYear() {
    return number == 1;
  }

  /** The quarters of the year up to this one, this one included, in order. */
  public List<Quarter> yearToDate() {
    return IntStream.rangeClosed(1, number).mapToObj(n -> new Quarter(year, n)).toList();
  }

  @Override
  public int compareTo(Quarter other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "%04d-Q%d".formatted(year, number);
  }
}
