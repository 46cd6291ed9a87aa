package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.centres.quarterlydata.domain.Figure.Accrual;
import fr.cadran.kit.type.Quarter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The quarters that a centre submitted before the one at hand, each in its latest version. Turns
 * cumulative figures into figures of a quarter, which stay unknown when the quarter before of the
 * same year is absent.
 */
public final class CentreHistory {
  /** How many submitted quarters a figure is compared with. */
  public static final int WINDOW = 8;

  /** One more than is compared, because a cumulative figure needs the quarter before it. */
  public static final int QUARTERS_NEEDED = WINDOW + 1;

  private final NavigableMap<Quarter, Map<String, Figure>> figures = new TreeMap<>();

  /**
   * @param contents the latest submitted content of each earlier quarter; later quarters than the
   *     one at hand do no harm
   */
  public CentreHistory(Map<Quarter, QuarterlyContent> contents) {
    contents.forEach((quarter, content) -> figures.put(quarter, Figures.byPath(content)));
  }

  /** No quarter was submitted yet. */
  public static CentreHistory none() {
    return new CentreHistory(Map.of());
  }

  /** A figure that accrues alike in the quarter just before, of the same year, if there is one. */
  @Nullable BigDecimal previousOfTheYear(Quarter quarter, Figure figure) {
    if (quarter.isFirstOfYear()) {
      return null;
    }
    Figure previous = figures.getOrDefault(quarter.previous(), Map.of()).get(figure.path());
    return previous == null || previous.accrual() != figure.accrual() ? null : previous.value();
  }

  /** The figure of the quarter alone, null when it cannot be known. */
  @Nullable BigDecimal ofTheQuarter(Quarter quarter, Figure figure) {
    if (figure.accrual() != Accrual.SINCE_JANUARY || quarter.isFirstOfYear()) {
      return figure.value();
    }
    BigDecimal previous = previousOfTheYear(quarter, figure);
    return previous == null ? null : figure.value().subtract(previous);
  }

  /** What the last eight submitted quarters before a quarter say of each figure, by path. */
  Map<String, List<BigDecimal>> seriesBefore(Quarter quarter) {
    Map<String, List<BigDecimal>> series = new LinkedHashMap<>();
    figures.headMap(quarter, false).descendingMap().entrySet().stream()
        .limit(WINDOW)
        .forEach(past ->
            past.getValue()
                .forEach((path, figure) -> {
                  BigDecimal value = ofTheQuarter(past.getKey(), figure);
                  if (value != null) {
                    series.computeIfAbsent(path, _ -> new ArrayList<>()).add(value);
                  }
                }));
    return series;
  }
}
