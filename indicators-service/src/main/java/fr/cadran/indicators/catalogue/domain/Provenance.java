package fr.cadran.indicators.catalogue.domain;

/** Where a formula comes from (indicators.md §2). */
public enum Provenance {
  /** The formula stands in the source text. */
  PRINTED,
  /** The source names the indicator; the formula is ours. */
  NAMED,
  /** Neither the name nor the formula is in the source. */
  OURS
}
