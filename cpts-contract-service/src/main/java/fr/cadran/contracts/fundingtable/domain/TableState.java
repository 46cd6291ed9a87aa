package fr.cadran.contracts.fundingtable.domain;

/** Whether a version of a funding table may still change. */
public enum TableState {
  DRAFT,
  /** Frozen: what was computed with it can be computed again. */
  PUBLISHED
}
