package fr.cadran.indicators.catalogue.domain;

/** How the quarters of a longer period become one value. */
public enum OverQuarters {
  /**
   * Numerators are summed, and denominators. For weekly states, such as sessions and rooms, it
   * weighs each quarter by its capacity.
   */
  RATIO_OF_SUMS(
      "somme des numérateurs ÷ somme des dénominateurs",
      "sum of the numerators ÷ sum of the denominators"),
  /** Counts and amounts add up. */
  SUM("somme des trimestres", "sum of the quarters"),
  /** A state, such as weekly opening hours, is the mean of its quarters. */
  MEAN("moyenne des trimestres", "mean of the quarters"),
  /** A count over a state: what happened in the period, over the mean of its quarters. */
  SUM_OVER_MEAN(
      "somme des numérateurs ÷ moyenne des dénominateurs",
      "sum of the numerators ÷ mean of the denominators");

  private final String french;
  private final String english;

  OverQuarters(String french, String english) {
    this.french = french;
    this.english = english;
  }

  /** The rule in words. */
  public Label label() {
    return new Label(french, english);
  }
}
