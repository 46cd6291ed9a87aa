package fr.cadran.events.cpts;

/** What an indicator of an ACI contract conditions (seed 003). */
public enum IndicatorType {
  /** Means engaged or not: conditions the volet fixe. */
  MEANS,
  /** Follows the action; may carry a share of the volet variable. */
  FOLLOW_UP,
  /** Conditions the volet variable. */
  RESULT
}
