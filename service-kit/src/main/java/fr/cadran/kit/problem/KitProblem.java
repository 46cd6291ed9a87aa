package fr.cadran.kit.problem;

/** The refusals that every service can make. */
public enum KitProblem implements ProblemCode {
  MALFORMED_JSON(400),
  UNKNOWN_FIELD(400),
  WRONG_TYPE(400),
  UNKNOWN_PARAMETER(400),
  INVALID_PARAMETER(400),
  INVALID_CURSOR(400),
  IDEMPOTENCY_KEY_INVALID(400),
  IDEMPOTENCY_KEY_MISSING(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  IDEMPOTENCY_KEY_IN_FLIGHT(409),
  STALE_ETAG(412),
  BODY_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  INVALID(422),
  IDEMPOTENCY_KEY_REUSED(422),
  IF_MATCH_MISSING(428),
  INTERNAL(500),
  AUDIT_UNAVAILABLE(503),
  UNAVAILABLE(503);

  private final int status;

  KitProblem(int status) {
    this.status = status;
  }

  @Override
  public String family() {
    return "common";
  }

  @Override
  public int status() {
    return status;
  }
}
