package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commitments of a centre in a year of the option.
 *
 * @param centre FINESS number
 * @param year calendar year in which the year of the option begins
 * @param version 0 before anything is said, one more each time
 * @param changedAt when it was last said, null before
 * @param items every commitment of every volet, in the order of their list
 */
public record CommitmentChecklist(
    Finess centre,
    int year,
    long version,
    @Nullable Instant changedAt,
    List<FollowedCommitment> items) {
  public CommitmentChecklist {
    items = complete(items);
  }

  /** Nothing said yet. */
  public static CommitmentChecklist empty(Finess centre, int year) {
    return new CommitmentChecklist(centre, year, 0, null, List.of());
  }

  /** The next version; what is not told is to do. */
  public CommitmentChecklist tell(List<FollowedCommitment> told, Instant now) {
    return new CommitmentChecklist(centre, year, version + 1, now, told);
  }

  /** Where the centre is with one. */
  public FollowedCommitment of(Commitment commitment) {
    return items.stream().filter(one -> one.commitment() == commitment).findFirst().orElseThrow();
  }

  /** How many of a volet are done. */
  public int doneOf(VoletOption volet) {
    return (int)
        items.stream()
            .filter(one -> one.commitment().volet() == volet)
            .filter(one -> one.state() == FollowedCommitment.State.DONE)
            .count();
  }

  private static List<FollowedCommitment> complete(List<FollowedCommitment> told) {
    Map<Commitment, FollowedCommitment> known = new EnumMap<>(Commitment.class);
    told.forEach(one -> known.put(one.commitment(), one));
    return Arrays.stream(Commitment.values())
        .map(one -> known.getOrDefault(one, FollowedCommitment.toDo(one)))
        .toList();
  }
}
