package fr.cadran.gateway.route;

import fr.cadran.kit.problem.ProblemCode;

/** The refusals that only the gateway makes. */
public enum GatewayProblem implements ProblemCode {
  PATH_REFUSED(400),
  HEADERS_REFUSED(400),
  BODY_TOO_SLOW(408),
  ENCODING_REFUSED(415),
  RATE_LIMITED(429),
  TOKEN_TOO_LARGE(431),
  GATEWAY_FULL(503),
  SERVICE_UNAVAILABLE(503),
  SERVICE_TIMEOUT(504);

  private final int status;

  GatewayProblem(int status) {
    this.status = status;
  }

  @Override
  public String family() {
    return "gateway";
  }

  @Override
  public int status() {
    return status;
  }
}
