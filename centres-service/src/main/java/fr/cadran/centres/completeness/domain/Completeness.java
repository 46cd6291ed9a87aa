package fr.cadran.centres.completeness.domain;

/**
 * How far the collection of a quarter has come (centres.md §3). A centre is expected when it was
 * open on at least one day of the quarter, the same rule by which it may submit: one that opened or
 * closed within the quarter has figures to give.
 *
 * @param expected centres that may submit the quarter
 * @param submitted those of them that have
 * @param onTime those whose first version came by the day on which it was due
 * @param validated those whose last version the ARS has validated
 * @param returned those whose last version the ARS has returned
 */
public record Completeness(
    long expected, long submitted, long onTime, long validated, long returned) {
  public Completeness {
    if (submitted > expected || onTime > submitted || validated + returned > submitted) {
      throw new IllegalArgumentException("a part is never larger than its whole");
    }
  }

  /** Those whose first version came too late. */
  public long late() {
    return submitted - onTime;
  }

  /** Those that have not submitted. */
  public long missing() {
    return expected - submitted;
  }
}
