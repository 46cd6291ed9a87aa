package fr.cadran.centres.programme.domain;

/** A move that the life of a levier does not have. */
public final class IllegalLevierMoveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final LevierCode levier;
  private final LevierStatus from;

  public IllegalLevierMoveException(LevierCode levier, LevierStatus from) {
    super("no such move of %s from %s".formatted(levier, from));
    this.levier = levier;
    this.from = from;
  }

  public LevierCode levier() {
    return levier;
  }

  /** The status in which the move was asked. */
  public LevierStatus from() {
    return from;
  }
}
