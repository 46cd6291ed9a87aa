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

  /** The sentence shown to the user. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
