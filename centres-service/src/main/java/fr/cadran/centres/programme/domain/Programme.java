package fr.cadran.centres.programme.domain;

import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A programme d'accompagnement with its cohort.
 *
 * @param id identifier
 * @param version counts its changes from 1, those of its cohort and of leviers included
 * @param outline what the agency decided about it
 * @param participations every centre that takes part or took part, by anonymous number
 * @param changedAt when it last changed
 */
public record Programme(
    UUID id,
    long version,
    ProgrammeOutline outline,
    List<Participation> participations,
    Instant changedAt) {
  public Programme {
    participations =
        participations.stream()
            .sorted(Comparator.comparingInt(Participation::anonymousNumber))
            .toList();
  }

  /** A programme without a cohort. */
  public static Programme create(UUID id, ProgrammeOutline outline, Instant now) {
    return new Programme(id, 1, outline, List.of(), now);
  }

  /** The participation of a centre, empty when it never took part. */
  public Optional<Participation> of(Finess centre) {
    return participations.stream().filter(one -> one.centre().equals(centre)).findFirst();
  }

  /** Whether a number was ever given. */
  public boolean hasGiven(int number) {
    return participations.stream().anyMatch(one -> one.anonymousNumber() == number);
  }

  /** The number after the highest that was ever given. */
  public int nextNumber() {
    return participations.isEmpty() ? 1 : participations.getLast().anonymousNumber() + 1;
  }

  /** The programme with another outline. */
  public Programme revise(ProgrammeOutline revised, Instant now) {
    return new Programme(id, version + 1, revised, participations, now);
  }

  /** The programme with one centre more. */
  public Programme join(Finess centre, int number, LocalDate on, Instant now) {
    if (of(centre).isPresent() || hasGiven(number)) {
      throw new IllegalArgumentException("this centre or this number is taken");
    }
    List<Participation> more = new ArrayList<>(participations);
    more.add(new Participation(centre, number, on, null, List.of()));
    return new Programme(id, version + 1, outline, more, now);
  }

  /** The programme with other dates of a participation. */
  public Programme date(Finess centre, LocalDate joined, @Nullable LocalDate left, Instant now) {
    return change(centre, one -> one.dated(joined, left), now);
  }

  /**
   * The programme in which a centre retained these leviers and no other. Judgements of the agency
   * stay with the leviers that stay.
   *
   * @throws IllegalLevierMoveException when a levier would have to move as none can
   */
  public Programme retain(Finess centre, List<RetainedLevier> wished, Instant now) {
    return change(centre, one -> one.retaining(moved(one, wished)), now);
  }

  private static List<RetainedLevier> moved(Participation one, List<RetainedLevier> wished) {
    Set<LevierCode> named = new HashSet<>();
    List<RetainedLevier> moved = new ArrayList<>();
    for (RetainedLevier wish : wished) {
      named.add(wish.levier());
      Optional<RetainedLevier> before = one.of(wish.levier());
      LevierMove.between(
          wish.levier(),
          before.map(RetainedLevier::status).orElse(LevierStatus.NOT_RETAINED),
          wish.status());
      moved.add(wish.judged(before.map(RetainedLevier::overrule).orElse(null)));
    }
    for (RetainedLevier before : one.leviers()) {
      if (!named.contains(before.levier())) {
        LevierMove.between(before.levier(), before.status(), LevierStatus.NOT_RETAINED);
      }
    }
    return moved;
  }

  /**
   * The programme in which the agency's judgement stands for that of the indicator.
   *
   * @param overrule null gives the word back to the indicator
   * @throws IllegalLevierMoveException when the levier is not activated, or nothing was overruled
   */
  public Programme judge(
      Finess centre, LevierCode levier, @Nullable Overrule overrule, Instant now) {
    return change(
        centre,
        one -> {
          RetainedLevier before =
              one.of(levier)
                  .orElseThrow(
                      () -> new IllegalLevierMoveException(levier, LevierStatus.NOT_RETAINED));
          LevierMove move = overrule == null ? LevierMove.LIFT_OVERRULE : LevierMove.OVERRULE;
          move.check(levier, before.status(), before.overrule() != null);
          return one.retaining(
              one.leviers().stream()
                  .map(other -> other.levier() == levier ? other.judged(overrule) : other)
                  .toList());
        },
        now);
  }

  private Programme change(Finess centre, UnaryOperator<Participation> change, Instant now) {
    if (of(centre).isEmpty()) {
      throw new IllegalArgumentException("this centre does not take part");
    }
    return new Programme(
        id,
        version + 1,
        outline,
        participations.stream()
            .map(one -> one.centre().equals(centre) ? change.apply(one) : one)
            .toList(),
        now);
  }
}
