package fr.cadran.indicators.benchmark.domain;

import fr.cadran.indicators.catalogue.domain.Direction;
import fr.cadran.kit.type.Rational;
import java.util.Collection;

/**
 * Where a centre stands among comparable ones.
 *
 * @param rank 1 is the best; equal values share the better rank. An indicator without a direction
 *     is ranked from the highest.
 * @param percentile share of the population with a lower value, equal ones and itself counted half
 */
public record Position(int rank, Rational percentile) {

  /**
   * The position of a value among values, its own included.
   *
   * @throws IllegalArgumentException when its own is not among them
   */
  public static Position of(Rational value, Collection<Rational> values, Direction direction) {
    int lower = Math.toIntExact(values.stream().filter(one -> one.compareTo(value) < 0).count());
    int equal = Math.toIntExact(values.stream().filter(value::equals).count());
    if (equal == 0) {
      throw new IllegalArgumentException("a position among others");
    }
    int higher = values.size() - lower - equal;
    return new Position(
        1 + (direction == Direction.LOWER_IS_BETTER ? lower : higher),
        Rational.of(2L * lower + equal, 2L * values.size()));
  }
}
