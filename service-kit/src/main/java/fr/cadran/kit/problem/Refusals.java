package fr.cadran.kit.problem;

import fr.cadran.kit.type.FieldError;
import java.util.List;

/** Turns what the rules say into a refusal. */
public final class Refusals {
  private Refusals() {}

  /**
   * Refuses a body whose fields are wrong, all of them named.
   *
   * @throws ProblemException {@code INVALID} (422) unless there is no error
   */
  public static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw ProblemException.of(
          KitProblem.INVALID,
          errors.stream().map(error -> Fault.at(error.pointer(), error.code())).toList());
    }
  }
}
