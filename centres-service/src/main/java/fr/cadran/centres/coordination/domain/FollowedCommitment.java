package fr.cadran.centres.coordination.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a centre is with a commitment in a year.
 *
 * @param commitment which one
 * @param state how far it is
 * @param reference text that says where the evidence is; never about a person
 * @param link address of the evidence
 * @param doneOn day on which it was done; for a report or a form, on which it was sent
 */
public record FollowedCommitment(
    Commitment commitment,
    State state,
    @Nullable String reference,
    @Nullable String link,
    @Nullable LocalDate doneOn) {

  /** How far a commitment is. */
  public enum State {
    TO_DO,
    UNDER_WAY,
    DONE
  }

  static FollowedCommitment toDo(Commitment commitment) {
    return new FollowedCommitment(commitment, State.TO_DO, null, null, null);
  }

  /** Whether it was done by a day. */
  boolean isDoneBy(LocalDate day) {
    return doneOn != null && !doneOn.isAfter(day);
  }
}
