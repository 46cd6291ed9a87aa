package fr.cadran.testing.access;

/**
 * How an operation answers a caller that holds its scope but does not reach the resource.
 *
 * @param status of the answer
 * @param hides whether the answer is a success in which the resource is missing
 */
record Denial(int status, boolean hides) {
  /** As if there were nothing. */
  static final Denial NOT_THERE = new Denial(404, false);

  String words() {
    return hides ? "left out" : String.valueOf(status);
  }
}
