package fr.cadran.indicators.value.domain;

/** Which months a centre's purchases cover: the grid says "since 1 January" by quarter column. */
public enum PurchasesBasis {
  /** Since 1 January. */
  CUMULATIVE,
  /** The quarter alone. */
  QUARTER
}
