package fr.cadran.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fault inside a refused request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request body, empty for the whole body
 * @param code stable code, whose text stands in the catalogue
 * @param arguments what the text shows; never a refused value that may hold personal data
 * @param acknowledgement what a submitter sends to accept this warning; null for a blocking fault
 * @param place where in a file it stands, null when the body is no file
 */
public record Fault(
    String pointer,
    String code,
    List<Object> arguments,
    @Nullable String acknowledgement,
    @Nullable FilePlace place) {
  public Fault {
    arguments = List.copyOf(arguments);
  }

  /** A blocking fault. */
  public static Fault at(String pointer, String code, Object... arguments) {
    return new Fault(pointer, code, List.of(arguments), null, null);
  }

  /** A warning, with what acknowledges it. */
  public static Fault warning(String pointer, String code, String acknowledgement) {
    return new Fault(pointer, code, List.of(), acknowledgement, null);
  }

  /** The same fault at a place in a file. */
  public Fault in(@Nullable FilePlace there) {
    return new Fault(pointer, code, arguments, acknowledgement, there);
  }
}
