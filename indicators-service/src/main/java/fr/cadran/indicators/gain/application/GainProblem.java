package fr.cadran.indicators.gain.application;

import fr.cadran.kit.problem.ProblemCode;

/** The refusals that only this service makes. */
public enum GainProblem implements ProblemCode {
  /** The levier exists; its calculator does not, yet. */
  CALCULATOR_NOT_AVAILABLE(422);

  private final int status;

  GainProblem(int status) {
    this.status = status;
  }

  @Override
  public String family() {
    return "indicators";
  }

  @Override
  public int status() {
    return status;
  }
}
