package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.events.centres.QuarterlyContent;
import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.kit.type.Rational;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The opening hours of a usual week in figures. {@code 00:00–00:00} is closed, as in the grid; what
 * was left empty stays unknown, and so does the number of open half-days then.
 */
final class OpeningWeek {
  private static final int MINUTES_OF_AN_HOUR = 60;
  private static final int MINUTES_OF_A_DAY = 24 * MINUTES_OF_AN_HOUR;
  private static final int HALF_DAYS = 12;

  private final Map<Figure, Rational> found = new EnumMap<>(Figure.class);

  private OpeningWeek() {}

  static Map<Figure, Rational> figures(QuarterlyContent.@Nullable OpeningHours hours) {
    OpeningWeek week = new OpeningWeek();
    if (hours != null) {
      week.day(
          hours.monday(), Figure.OPEN_HOURS_MONDAY_MORNING, Figure.OPEN_HOURS_MONDAY_AFTERNOON);
      week.day(
          hours.tuesday(), Figure.OPEN_HOURS_TUESDAY_MORNING, Figure.OPEN_HOURS_TUESDAY_AFTERNOON);
      week.day(
          hours.wednesday(),
          Figure.OPEN_HOURS_WEDNESDAY_MORNING,
          Figure.OPEN_HOURS_WEDNESDAY_AFTERNOON);
      week.day(
          hours.thursday(),
          Figure.OPEN_HOURS_THURSDAY_MORNING,
          Figure.OPEN_HOURS_THURSDAY_AFTERNOON);
      week.day(
          hours.friday(), Figure.OPEN_HOURS_FRIDAY_MORNING, Figure.OPEN_HOURS_FRIDAY_AFTERNOON);
      week.day(
          hours.saturday(),
          Figure.OPEN_HOURS_SATURDAY_MORNING,
          Figure.OPEN_HOURS_SATURDAY_AFTERNOON);
    }
    if (week.found.size() == HALF_DAYS) {
      long open = week.found.values().stream().filter(length -> length.signum() > 0).count();
      week.found.put(Figure.OPEN_HALF_DAYS, Rational.of(open));
    }
    return week.found;
  }

  private void day(QuarterlyContent.@Nullable DayHours day, Figure morning, Figure afternoon) {
    if (day != null) {
      halfDay(day.morning(), morning);
      halfDay(day.afternoon(), afternoon);
    }
  }

  private void halfDay(QuarterlyContent.@Nullable HalfDay halfDay, Figure figure) {
    Integer start = halfDay == null ? null : minutes(halfDay.start());
    Integer end = halfDay == null ? null : minutes(halfDay.end());
    if (start == null || end == null) {
      return;
    }
    // Midnight as a closing time is the end of the day, unless it is the opening time too.
    int length = (end == 0 && start > 0 ? MINUTES_OF_A_DAY : end) - start;
    if (length >= 0) {
      found.put(figure, Rational.of(length, MINUTES_OF_AN_HOUR));
    }
  }

  private static @Nullable Integer minutes(@Nullable String time) {
    try {
      return time == null ? null : LocalTime.parse(time).toSecondOfDay() / MINUTES_OF_AN_HOUR;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
