package fr.cadran.kit.audit;

/** What became of a call. */
public enum AuditOutcome {
  /** A write was let in and is about to run; its other entry says how it ended. */
  ATTEMPTED,
  /** Done as asked: status 2xx or 3xx. */
  ALLOWED,
  /** Refused for who asked, or not there for them: 401, 403, 404, 405. */
  DENIED,
  /** Not done for another reason: refused by a rule (other 4xx) or failed (5xx). */
  FAILED;

  /** The outcome that a status of HTTP stands for. */
  static AuditOutcome of(int status) {
    if (status < 400) {
      return ALLOWED;
    }
    return switch (status) {
      case 401, 403, 404, 405 -> DENIED;
      default -> FAILED;
    };
  }
}
