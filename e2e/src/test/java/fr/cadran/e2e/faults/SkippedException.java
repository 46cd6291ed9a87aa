package fr.cadran.e2e.faults;

/** A fault that this machine does not allow; says why. */
final class SkippedException extends Exception {
  private static final long serialVersionUID = 1;

  SkippedException(String why) {
    super(why);
  }
}
