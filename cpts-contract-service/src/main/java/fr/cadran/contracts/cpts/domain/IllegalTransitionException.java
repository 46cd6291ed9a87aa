package fr.cadran.contracts.cpts.domain;

/** A move that the lifecycle of a CPTS does not have. */
public final class IllegalTransitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CptsStage from;
  private final StageEvent event;

  public IllegalTransitionException(CptsStage from, StageEvent event) {
    super("no %s from %s".formatted(event, from));
    this.from = from;
    this.event = event;
  }

  /** The stage in which the move was asked. */
  public CptsStage from() {
    return from;
  }

  public StageEvent event() {
    return event;
  }
}
