package fr.cadran.gateway.certificate;

import fr.cadran.kit.problem.ProblemCode;

/** Why a token is refused that is good in itself. Both are 401: another token may do. */
public enum CertificateProblem implements ProblemCode {
  /** The token is bound to another certificate than that of the connection, or there is none. */
  CERTIFICATE_MISMATCH,
  /** The route wants a token that is bound to a certificate, and this one is not. */
  CERTIFICATE_BOUND_TOKEN_REQUIRED;

  @Override
  public String family() {
    return "gateway";
  }

  @Override
  public int status() {
    return 401;
  }
}
