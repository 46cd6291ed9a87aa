package fr.cadran.contracts.fundingtable.application;

import fr.cadran.kit.problem.ProblemCode;

/** The refusals that concern funding tables. */
public enum FundingTableProblem implements ProblemCode {
  /** A table of this code exists; a change is a new version of it. */
  FUNDING_TABLE_EXISTS(409),
  /** The table has an open draft already. */
  DRAFT_EXISTS(409),
  /** The version is published. */
  PUBLISHED_IS_FROZEN(409),
  /** The draft is not complete, or does not follow on the other tables in time. */
  PUBLICATION_REFUSED(422);

  private final int status;

  FundingTableProblem(int status) {
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
