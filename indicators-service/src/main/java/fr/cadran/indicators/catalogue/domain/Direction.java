package fr.cadran.indicators.catalogue.domain;

/** Which way an indicator improves. */
public enum Direction {
  HIGHER_IS_BETTER,
  LOWER_IS_BETTER,
  /** A description: neither way is better by itself. */
  NEUTRAL
}
