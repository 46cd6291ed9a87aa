package fr.cadran.indicators.programme.domain;

/** How far a retained levier has come. An activated one counts as validated too. */
public enum LevierStatus {
  VALIDATED,
  ACTIVATED
}
