package fr.cadran.indicators.recomputation.domain;

import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A full computation of values and gains from the stored records. Each centre is worked on by
 * itself, several at a time; it can stop after any of them and go on later, in another process too.
 *
 * @param id under which its progress is read
 * @param requestedAt when it was asked for
 * @param dryRun whether it only reports differences
 * @param centre the only centre, null for all
 * @param state how far it is
 * @param centres how many there are to do
 * @param progress what was done so far
 * @param finishedAt when it was done, null before
 */
public record Recomputation(
    UUID id,
    Instant requestedAt,
    boolean dryRun,
    @Nullable Finess centre,
    State state,
    int centres,
    Progress progress,
    @Nullable Instant finishedAt) {

  /** How far it is. */
  public enum State {
    PENDING,
    RUNNING,
    /** Every centre was worked on; some may have failed. */
    DONE
  }

  /**
   * What was done.
   *
   * @param done centres that were computed
   * @param failed centres that could not be
   * @param valuesComputed values
   * @param valuesChanged those that were not what was known
   * @param gainsComputed gains
   * @param gainsChanged those that were not what was known
   */
  public record Progress(
      int done,
      int failed,
      long valuesComputed,
      long valuesChanged,
      long gainsComputed,
      long gainsChanged) {
    /** Nothing yet. */
    public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0);

    /** One centre that could not be computed. */
    public static final Progress ONE_FAILED = new Progress(0, 1, 0, 0, 0, 0);
  }

  /** As it is when asked for. */
  public static Recomputation requested(
      UUID id, Instant now, boolean dryRun, @Nullable Finess centre, int centres) {
    return new Recomputation(id, now, dryRun, centre, State.PENDING, centres, Progress.NONE, null);
  }
}
