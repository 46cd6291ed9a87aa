package fr.cadran.gateway.revocation;

import fr.cadran.kit.problem.ProblemCode;

/** Why a running upload is cut. 404, as for everything about a centre that is out of reach. */
public enum RevocationProblem implements ProblemCode {
  MANDAT_ENDED;

  @Override
  public String family() {
    return "gateway";
  }

  @Override
  public int status() {
    return 404;
  }
}
