package fr.cadran.local;

/** Something the user must know, said in one sentence; never shown with a stack trace. */
public final class LaunchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LaunchFailure(String sentence) {
    super(sentence);
  }

  public LaunchFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The user has ended the launcher in the midst of something: nothing needs to be said. */
  public static LaunchFailure interrupted() {
    return new LaunchFailure("");
  }

  /** The sentence shown to the user; empty when there is nothing to say. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
