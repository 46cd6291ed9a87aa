package fr.cadran.centres.quarterlydata.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * The modified z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993): {@code
 * 0.6745 × (x − median) ÷ MAD}, with MAD the median of the absolute deviations from the median. It
 * is compared without dividing, so the comparison is exact.
 */
final class ModifiedZScore {
  /** Fewer values than this say nothing about what is usual (centres.md §3). */
  static final int FEWEST_VALUES = 4;

  private static final BigDecimal CONSISTENCY = new BigDecimal("0.6745");
  private static final BigDecimal LIMIT = new BigDecimal("3.5");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private ModifiedZScore() {}

  /**
   * Whether a value is further than 3.5 from its history, on either side. False when the history
   * has fewer than four values or when its deviation is zero, because then the score does not
   * exist.
   */
  static boolean isOut(BigDecimal value, Collection<BigDecimal> history) {
    if (history.size() < FEWEST_VALUES) {
      return false;
    }
    BigDecimal median = median(history);
    BigDecimal deviation =
        median(history.stream().map(past -> past.subtract(median).abs()).toList());
    if (deviation.signum() == 0) {
      return false;
    }
    BigDecimal distance = CONSISTENCY.multiply(value.subtract(median).abs());
    return distance.compareTo(LIMIT.multiply(deviation)) > 0;
  }

  static BigDecimal median(Collection<BigDecimal> values) {
    List<BigDecimal> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).add(sorted.get(middle)).multiply(HALF);
  }
}
