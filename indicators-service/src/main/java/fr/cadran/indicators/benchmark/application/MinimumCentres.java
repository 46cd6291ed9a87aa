package fr.cadran.indicators.benchmark.application;

import fr.cadran.indicators.catalogue.domain.Unit;

/**
 * How many centres at least stand behind a figure that is published.
 *
 * @param usually of figures of a centre
 * @param forCounts of counts, which count patients or their appointments
 */
public record MinimumCentres(int usually, int forCounts) {
  /** Two centres would each know the other's value; three could still collude. */
  private static final int LEAST = 3;

  /**
   * Minimums that protect.
   *
   * @throws IllegalArgumentException when one is below 3
   */
  public MinimumCentres {
    if (usually < LEAST || forCounts < LEAST) {
      throw new IllegalArgumentException("a minimum below " + LEAST + " protects nobody");
    }
  }

  /** The minimum of an indicator. */
  public int of(Unit unit) {
    return unit == Unit.COUNT ? forCounts : usually;
  }
}
