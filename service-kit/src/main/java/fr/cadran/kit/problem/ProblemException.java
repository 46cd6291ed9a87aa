package fr.cadran.kit.problem;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to the caller. Thrown by use cases and adapters; becomes an RFC 9457 answer
 * at the edge. Rolls the transaction back.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemCode code;
  private final transient List<Object> arguments;
  private final transient List<Fault> faults;
  private final @Nullable Integer retryAfterSeconds;

  private ProblemException(
      ProblemCode code, List<Object> arguments, List<Fault> faults, @Nullable Integer retryAfter) {
    // No stack trace: a refusal is an answer, not a failure, and bad input must stay cheap.
    super(code.name(), null, false, false);
    this.code = Objects.requireNonNull(code);
    this.arguments = List.copyOf(arguments);
    this.faults = List.copyOf(faults);
    this.retryAfterSeconds = retryAfter;
  }

  /** A refusal of the request as a whole; the arguments fill the text of the code. */
  public static ProblemException of(ProblemCode code, Object... arguments) {
    return new ProblemException(code, List.of(arguments), List.of(), null);
  }

  /** A refusal that names the places of its faults. */
  public static ProblemException of(ProblemCode code, List<Fault> faults) {
    return new ProblemException(code, List.of(), faults, null);
  }

  /** A refusal that a later try can turn, with the wait that is asked for. */
  public static ProblemException retryable(ProblemCode code, int afterSeconds) {
    return new ProblemException(code, List.of(), List.of(), afterSeconds);
  }

  /** A body whose one value is refused: 422 with its place. */
  public static ProblemException invalid(String pointer, String code, Object... arguments) {
    return of(KitProblem.INVALID, List.of(Fault.at(pointer, code, arguments)));
  }

  /** Not there, or not in the caller's scope: the same answer for both. */
  public static ProblemException notFound() {
    return of(KitProblem.NOT_FOUND);
  }

  public ProblemCode code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public List<Fault> faults() {
    return faults;
  }

  public @Nullable Integer retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
