package fr.cadran.centres.programme.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * The whole life of a levier in a centre of a programme, one line per legal move (centres.md §5).
 * The agency of the région makes every one of them. Actions that have started cannot be unsaid: a
 * levier that is activated stays so.
 */
public enum LevierMove {
  VALIDATE(LevierStatus.NOT_RETAINED, LevierStatus.VALIDATED, Guard.FOLLOWED),
  WITHDRAW(LevierStatus.VALIDATED, LevierStatus.NOT_RETAINED, Guard.NONE),
  ACTIVATE(LevierStatus.VALIDATED, LevierStatus.ACTIVATED, Guard.FOLLOWED),
  OVERRULE(LevierStatus.ACTIVATED, LevierStatus.ACTIVATED, Guard.NONE),
  LIFT_OVERRULE(LevierStatus.ACTIVATED, LevierStatus.ACTIVATED, Guard.OVERRULED);

  /** Who makes every move. */
  public static final String ACTOR = "ars-agent";

  /** The event that leaves the service with every move. */
  public static final String PUBLISHED = "ProgrammeState";

  /** What a move asks for besides its status. */
  public enum Guard {
    NONE,
    /** The programme follows the levier. */
    FOLLOWED,
    /** The agency has overruled the result. */
    OVERRULED
  }

  private final LevierStatus from;
  private final LevierStatus to;
  private final Guard guard;

  LevierMove(LevierStatus from, LevierStatus to, Guard guard) {
    this.from = from;
    this.to = to;
    this.guard = guard;
  }

  public LevierStatus from() {
    return from;
  }

  public LevierStatus to() {
    return to;
  }

  public Guard guard() {
    return guard;
  }

  /**
   * The moves that lead from one status to another, none when it is the same.
   *
   * @throws IllegalLevierMoveException when no moves lead there
   */
  public static List<LevierMove> between(LevierCode levier, LevierStatus from, LevierStatus to) {
    if (from == to) {
      return List.of();
    }
    for (LevierMove move : changes()) {
      if (move.from == from && move.to == to) {
        return List.of(move);
      }
    }
    for (LevierMove first : changes()) {
      for (LevierMove second : changes()) {
        if (first.from == from && first.to == second.from && second.to == to) {
          return List.of(first, second);
        }
      }
    }
    throw new IllegalLevierMoveException(levier, from);
  }

  /**
   * Refuses a move that the table does not have.
   *
   * @throws IllegalLevierMoveException when it starts elsewhere, or its guard does not hold
   */
  void check(LevierCode levier, LevierStatus status, boolean overruled) {
    if (from != status || (guard == Guard.OVERRULED && !overruled)) {
      throw new IllegalLevierMoveException(levier, status);
    }
  }

  private static List<LevierMove> changes() {
    return Stream.of(values()).filter(move -> move.from != move.to).toList();
  }
}
