package fr.cadran.kit.event;

/**
 * The event could be read, but its handler failed and went on failing. Names the kind of fault and
 * not its message, which may quote the data and would end up in a header of the dead letter; the
 * whole fault is in the log.
 */
public final class EventNotHandledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EventNotHandledException(Throwable fault) {
    super("the handler failed: " + fault.getClass().getName(), null, false, false);
  }
}
