package fr.cadran.indicators.gain.domain;

/**
 * The span that the inputs of a calculation cover, and so the gain: the BAO workbook mixes yearly
 * and weekly cells (seed 000, ANNEXE V), so a calculation says which it was.
 */
public enum Period {
  WEEK,
  QUARTER,
  YEAR,
  /** The caller did not say. */
  UNSPECIFIED
}
