package fr.cadran.indicators.catalogue.domain;

/** Of which quarters' records an input reads its figure. */
public enum Reach {
  /** The quarter of the value. */
  QUARTER(""),
  /**
   * The quarter before it in the same year, to turn a cumulative figure into a quarter figure. For
   * a first quarter it is 0 by construction: the cumulative figure starts on 1 January.
   */
  PREVIOUS_QUARTER_OF_YEAR("TrimestrePrecedent"),
  /**
   * The months that the purchases of the quarter cover: every quarter of the year up to this one
   * when they are cumulative, this quarter alone when they are of the quarter.
   */
  MONTHS_OF_PURCHASES("MemesMois"),
  /**
   * Purchases of the quarter alone: as given when they are of the quarter, else the difference of
   * the cumulative ones with the quarter before in the same year.
   */
  QUARTER_OF_PURCHASES("DuTrimestre"),
  /** The same quarter of the base year: the first year of which the centre gave data. */
  SAME_QUARTER_OF_BASE_YEAR("AnneeDeReference");

  private final String suffix;

  Reach(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }
}
