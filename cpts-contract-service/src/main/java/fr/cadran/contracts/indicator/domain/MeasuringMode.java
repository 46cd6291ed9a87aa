package fr.cadran.contracts.indicator.domain;

/** What a result is compared with. */
public enum MeasuringMode {
  /** Value ÷ target. */
  LEVEL,
  /** (baseline − value) ÷ (baseline − target). */
  PROGRESS
}
