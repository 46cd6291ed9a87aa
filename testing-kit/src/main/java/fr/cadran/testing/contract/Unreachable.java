package fr.cadran.testing.contract;

/**
 * Says that tests cannot provoke a documented answer, and why.
 *
 * @param operationId of the operation, or {@code *} for every operation that documents the status
 * @param status as documented, for example {@code 503}
 * @param reason why no test can see it; never blank
 */
public record Unreachable(String operationId, String status, String reason) {

  public Unreachable {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "That " + operationId + " " + status + " is out of reach needs its reason");
    }
  }

  boolean covers(ApiOperation operation, String documented) {
    boolean named = operationId.equals("*") || operationId.equals(operation.operationId());
    return named && status.equals(documented);
  }
}
