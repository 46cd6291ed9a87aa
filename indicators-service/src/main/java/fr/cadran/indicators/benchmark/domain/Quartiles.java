package fr.cadran.indicators.benchmark.domain;

import fr.cadran.kit.type.Rational;
import java.util.Collection;
import java.util.List;

/**
 * The quartiles of a distribution, exact, by linear interpolation between the two nearest values:
 * the quartile p of n values stands at place 1 + (n − 1) × p (type 7 of Hyndman and Fan 1996, the
 * one of spreadsheets).
 *
 * @param lower a quarter of the way up
 * @param median half of the way up
 * @param upper three quarters of the way up
 */
public record Quartiles(Rational lower, Rational median, Rational upper) {
  private static final int QUARTERS = 4;

  /**
   * The quartiles of at least one value.
   *
   * @throws IllegalArgumentException without any value
   */
  public static Quartiles of(Collection<Rational> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("quartiles of nothing");
    }
    List<Rational> sorted = values.stream().sorted().toList();
    return new Quartiles(at(sorted, 1), at(sorted, 2), at(sorted, 3));
  }

  private static Rational at(List<Rational> sorted, int quarter) {
    int way = (sorted.size() - 1) * quarter;
    Rational below = sorted.get(way / QUARTERS);
    int rest = way % QUARTERS;
    return rest == 0
        ? below
        : below.plus(
            sorted.get(way / QUARTERS + 1).minus(below).times(Rational.of(rest, QUARTERS)));
  }
}
