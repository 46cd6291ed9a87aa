package fr.cadran.centres.programme.domain;

import fr.cadran.kit.type.Finess;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A centre in a programme. It is never removed, so that its number is never given again.
 *
 * @param centre FINESS number
 * @param anonymousNumber its number in what is published, from 1
 * @param joinedOn first day
 * @param leftOn last day, null while it takes part
 * @param leviers what it retained, one each, in their order
 */
public record Participation(
    Finess centre,
    int anonymousNumber,
    LocalDate joinedOn,
    @Nullable LocalDate leftOn,
    List<RetainedLevier> leviers) {
  public Participation {
    leviers = leviers.stream().sorted(Comparator.comparing(RetainedLevier::levier)).toList();
  }

  /** What it retained of a levier, empty when it did not. */
  public Optional<RetainedLevier> of(LevierCode levier) {
    return leviers.stream().filter(retained -> retained.levier() == levier).findFirst();
  }

  Participation dated(LocalDate joined, @Nullable LocalDate left) {
    return new Participation(centre, anonymousNumber, joined, left, leviers);
  }

  Participation retaining(List<RetainedLevier> others) {
    return new Participation(centre, anonymousNumber, joinedOn, leftOn, others);
  }
}
