package fr.cadran.indicators.recomputation.application;

import fr.cadran.kit.type.Finess;

/** A centre of a recomputation could not be computed. */
public class CentreNotRecomputedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Finess centre;

  CentreNotRecomputedException(Finess centre, RuntimeException cause) {
    super("centre " + centre.value() + " could not be computed", cause);
    this.centre = centre;
  }

  /** The centre. */
  public Finess centre() {
    return centre;
  }
}
