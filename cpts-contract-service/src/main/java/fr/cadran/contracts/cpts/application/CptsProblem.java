package fr.cadran.contracts.cpts.application;

import fr.cadran.kit.problem.ProblemCode;

/** The refusals that concern CPTS. */
public enum CptsProblem implements ProblemCode {
  /** The identifier that was chosen is taken. */
  CPTS_EXISTS(409),
  /** The lifecycle has no such move from the present stage. */
  ILLEGAL_TRANSITION(409),
  /** The event exists, but this caller can never make it happen. */
  STAGE_EVENT_NOT_YOURS(403),
  /** The grants of this kind would exceed their ceiling. */
  GRANT_ABOVE_CEILING(422),
  /** A grant of coordination time is given once. */
  GRANT_GIVEN_BEFORE(409);

  private final int status;

  CptsProblem(int status) {
    this.status = status;
  }

  @Override
  public String family() {
    return "contracts";
  }

  @Override
  public int status() {
    return status;
  }
}
