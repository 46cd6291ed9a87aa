package fr.cadran.centres.programme.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A levier that a centre retained.
 *
 * @param levier which
 * @param status validated or activated
 * @param validatedOn day of its validation in the plan
 * @param activatedOn day on which actions started, null before
 * @param overrule the agency's own judgement of the result, null when the indicator decides
 */
public record RetainedLevier(
    LevierCode levier,
    LevierStatus status,
    LocalDate validatedOn,
    @Nullable LocalDate activatedOn,
    @Nullable Overrule overrule) {
  public RetainedLevier {
    if (status == LevierStatus.NOT_RETAINED
        || (status == LevierStatus.ACTIVATED) != (activatedOn != null)) {
      throw new IllegalArgumentException(levier + " is not retained as it says");
    }
  }

  /** The same with another judgement. */
  RetainedLevier judged(@Nullable Overrule other) {
    return new RetainedLevier(levier, status, validatedOn, activatedOn, other);
  }
}
