package fr.cadran.kit.access;

import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the current request, set by the access filter before any resource runs. */
@RequestScoped
public class CurrentCaller {
  private @Nullable Caller caller;

  void set(Caller caller) {
    this.caller = caller;
  }

  /**
   * The caller of this request.
   *
   * @throws ProblemException {@code UNAUTHENTICATED} on a public call without a token
   */
  public Caller get() {
    if (caller == null) {
      throw ProblemException.of(KitProblem.UNAUTHENTICATED);
    }
    return caller;
  }
}
