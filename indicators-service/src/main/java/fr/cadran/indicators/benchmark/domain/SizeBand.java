package fr.cadran.indicators.benchmark.domain;

import java.util.OptionalLong;

/**
 * How large a centre is, by the acts of the quarter over all specialties: what every centre reports
 * and what does not depend on its premises. The bounds are ours.
 */
public enum SizeBand {
  SMALL,
  MEDIUM,
  LARGE,
  /** The acts are not all given. */
  UNKNOWN;

  /** Fewer are small. */
  public static final long MEDIUM_FROM = 2_500;

  /** Fewer are medium. */
  public static final long LARGE_FROM = 10_000;

  /** The band of a number of acts in a quarter. */
  public static SizeBand of(OptionalLong acts) {
    if (acts.isEmpty()) {
      return UNKNOWN;
    }
    long number = acts.getAsLong();
    return number < MEDIUM_FROM ? SMALL : number < LARGE_FROM ? MEDIUM : LARGE;
  }
}
