package fr.cadran.contracts.indicator.domain;

/** Which way is better. */
public enum Direction {
  RISING,
  FALLING
}
