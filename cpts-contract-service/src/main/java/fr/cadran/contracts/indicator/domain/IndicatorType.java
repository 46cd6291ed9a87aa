package fr.cadran.contracts.indicator.domain;

/** What an indicator conditions (seed 003). */
public enum IndicatorType {
  /** Means engaged or not: conditions the volet fixe. */
  MEANS,
  /** Follows the deployment of an action: may carry a share of the volet variable, or none. */
  FOLLOW_UP,
  /** Conditions the volet variable. */
  RESULT
}
