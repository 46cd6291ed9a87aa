package fr.cadran.centres.quarterlydata.domain;

import org.jspecify.annotations.Nullable;

/** A move that the lifecycle of a quarterly record does not have. */
public final class IllegalTransitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable RecordState from;
  private final RecordTransition.Event event;

  public IllegalTransitionException(@Nullable RecordState from, RecordTransition.Event event) {
    super("no %s from %s".formatted(event, from));
    this.from = from;
    this.event = event;
  }

  /** The state in which the move was asked, null when there is no record. */
  public @Nullable RecordState from() {
    return from;
  }

  public RecordTransition.Event event() {
    return event;
  }
}
