package fr.cadran.centres.quarterlydata.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ARS decided of a submitted version (centres.md §3): once and for good. It stays with
 * that version: a correction is the next version and has to be decided anew.
 *
 * @param outcome validated or returned
 * @param comment what the centre has to correct; there when it is returned, null otherwise
 * @param decidedAt when
 * @param decidedBy account that decided
 */
public record Decision(
    Outcome outcome, @Nullable String comment, Instant decidedAt, String decidedBy) {

  /** Longest comment. */
  public static final int LONGEST_COMMENT = 2000;

  /** The two decisions. */
  public enum Outcome {
    VALIDATED(RecordTransition.Event.VALIDATE, RecordState.VALIDATED),
    RETURNED(RecordTransition.Event.RETURN, RecordState.RETURNED);

    private final RecordTransition.Event event;
    private final RecordState state;

    Outcome(RecordTransition.Event event, RecordState state) {
      this.event = event;
      this.state = state;
    }

    RecordTransition.Event event() {
      return event;
    }

    /** Where a version with this decision stands. */
    public RecordState state() {
      return state;
    }
  }

  public Decision {
    if ((outcome == Outcome.RETURNED) != (comment != null)) {
      throw new IllegalArgumentException("a return has a comment, a validation has none");
    }
  }

  /** A validation. */
  public static Decision validated(Instant now, String account) {
    return new Decision(Outcome.VALIDATED, null, now, account);
  }

  /** A return; the comment says what to correct. */
  public static Decision returned(String comment, Instant now, String account) {
    return new Decision(Outcome.RETURNED, comment, now, account);
  }
}
