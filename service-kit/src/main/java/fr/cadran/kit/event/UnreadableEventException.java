package fr.cadran.kit.event;

/**
 * The message is not an event that this consumer can read, and will not become one: it goes to the
 * dead-letter topic at once. The reason stands there in a header, so it must hold nothing of the
 * content.
 */
public final class UnreadableEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableEventException(String reason) {
    // No stack trace: bad input is not a failure of ours, and must not fill the log.
    super(reason, null, false, false);
  }
}
