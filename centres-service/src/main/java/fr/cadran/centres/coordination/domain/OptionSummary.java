package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the option owes a centre by a day, against what the centre declared to have received.
 *
 * @param on the day
 * @param lines what is due, by calendar year, volet and half
 * @param years the sums of each calendar year
 * @param nursing what a year of the nursing volet brings that begins on the day
 * @param nursingHalves every half of the nursing years that have begun
 * @param activity what happened to the memberships, by calendar year and volet
 */
public record OptionSummary(
    LocalDate on,
    List<Line> lines,
    List<Year> years,
    NursingYear nursing,
    List<NursingHalf> nursingHalves,
    List<OptionActivity> activity) {
  /** No submitted quarter of the year says what was received. */
  public static final String NOT_DECLARED = "NOT_DECLARED";

  public OptionSummary {
    lines = List.copyOf(lines);
    years = List.copyOf(years);
    nursingHalves = List.copyOf(nursingHalves);
    activity = List.copyOf(activity);
  }

  /**
   * Halves that fall due in one calendar year, of one volet, at one yearly amount.
   *
   * @param year calendar year in which they fall due
   * @param volet which part of the option
   * @param half 1 at membership or renewal, 2 one year later
   * @param count how many
   * @param each euros of one, null when not known
   * @param amount euros of all, null when not known
   * @param missingReason why there is no amount, null when there is one
   * @param yearly the row of the reference data that they are halves of, null when there is none
   */
  public record Line(
      int year,
      VoletOption volet,
      int half,
      int count,
      @Nullable Euros each,
      @Nullable Euros amount,
      @Nullable String missingReason,
      @Nullable OptionAmount yearly) {}

  /**
   * A calendar year.
   *
   * @param year which
   * @param due euros of the lines that have an amount
   * @param linesWithoutAmount how many lines are not in it, because their amount is not known
   * @param received euros declared in submitted quarters, null when none says it
   * @param missingReason why it is null
   */
  public record Year(
      int year,
      Euros due,
      int linesWithoutAmount,
      @Nullable Euros received,
      @Nullable String missingReason) {}

  private record Group(int year, VoletOption volet, int half, @Nullable OptionAmount yearly) {}

  /**
   * The summary.
   *
   * @param due every half of a membership that is due by the day
   * @param received euros by quarter, {@code 2013-Q3}
   */
  public static OptionSummary of(
      LocalDate on,
      List<DueHalf> due,
      Map<String, BigDecimal> received,
      NursingYear nursing,
      List<NursingHalf> nursingHalves,
      List<OptionActivity> activity) {
    Map<Group, List<DueHalf>> groups = new LinkedHashMap<>();
    Stream.concat(due.stream(), nursingHalves.stream().flatMap(half -> half.due().stream()))
        .sorted(Comparator.comparing(DueHalf::dueOn))
        .forEach(half ->
            groups
                .computeIfAbsent(
                    new Group(half.dueOn().getYear(), half.volet(), half.half(), half.yearly()),
                    absent -> new ArrayList<>())
                .add(half));
    List<Line> lines =
        groups.entrySet().stream()
            .map(group -> line(group.getKey(), group.getValue()))
            .sorted(
                Comparator.comparingInt(Line::year)
                    .thenComparing(Line::volet)
                    .thenComparingInt(Line::half))
            .toList();
    return new OptionSummary(on, lines, years(lines, received), nursing, nursingHalves, activity);
  }

  private static Line line(Group group, List<DueHalf> halves) {
    DueHalf one = halves.getFirst();
    Euros each = one.amount();
    return new Line(
        group.year,
        group.volet,
        group.half,
        halves.size(),
        each,
        each == null ? null : new Euros(each.amount().multiply(BigDecimal.valueOf(halves.size()))),
        one.missingReason(),
        one.yearly());
  }

  private static List<Year> years(List<Line> lines, Map<String, BigDecimal> received) {
    Map<Integer, Euros> declared = new TreeMap<>();
    received.forEach((quarter, sum) ->
        declared.merge(Integer.valueOf(quarter.substring(0, 4)), new Euros(sum), Euros::plus));
    return Stream.concat(lines.stream().map(Line::year), declared.keySet().stream())
        .distinct()
        .sorted()
        .map(year -> year(year, lines, declared.get(year)))
        .toList();
  }

  private static Year year(int year, List<Line> lines, @Nullable Euros received) {
    List<Line> own = lines.stream().filter(line -> line.year == year).toList();
    return new Year(
        year,
        own.stream()
            .flatMap(line -> Stream.ofNullable(line.amount))
            .reduce(Euros.ZERO, Euros::plus),
        (int) own.stream().filter(line -> line.amount == null).count(),
        received,
        received == null ? NOT_DECLARED : null);
  }
}
