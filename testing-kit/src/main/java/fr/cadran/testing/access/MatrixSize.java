package fr.cadran.testing.access;

/**
 * How large a matrix is.
 *
 * @param operations of the service
 * @param cells operations × roles × situations
 * @param applicable cells that are asked; the others make no sense for their role
 * @param successes of these, how many must succeed
 */
record MatrixSize(long operations, long cells, long applicable, long successes) {
  @Override
  public String toString() {
    return "%d operations, %d cells, of which %d are asked (%d successes, %d refusals) and %d do not apply"
        .formatted(
            operations, cells, applicable, successes, applicable - successes, cells - applicable);
  }
}
