package fr.cadran.centres.programme.domain;

/** How far a levier has come in a centre (centres.md §5). Results are judged elsewhere. */
public enum LevierStatus {
  NOT_RETAINED,
  VALIDATED,
  ACTIVATED
}
