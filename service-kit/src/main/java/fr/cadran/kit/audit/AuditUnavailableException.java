package fr.cadran.kit.audit;

/** An entry could not be committed in time. */
final class AuditUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AuditUnavailableException() {
    super("the audit cannot be written", null, false, false);
  }
}
