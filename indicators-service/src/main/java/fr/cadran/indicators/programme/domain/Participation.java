package fr.cadran.indicators.programme.domain;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A centre in a programme.
 *
 * @param centre which centre
 * @param anonymousNumber its number in what is published, from 1 (§2.1.1)
 * @param leftOn last day, null while it takes part
 * @param leviers the leviers that it retained
 */
public record Participation(
    Finess centre, int anonymousNumber, @Nullable LocalDate leftOn, List<RetainedLevier> leviers) {

  /** Copies the list. */
  public Participation {
    leviers = List.copyOf(leviers);
  }

  /**
   * Whether it counts in the results of a quarter: unless it had left by its last day. One that
   * joined later counts with its data of the quarter, as those that came from another follow-up in
   * 2013 did.
   */
  public boolean countsIn(Quarter quarter) {
    return leftOn == null || !leftOn.isBefore(quarter.lastDay());
  }

  /** The levier as the centre retained it, empty when it did not. */
  public Optional<RetainedLevier> retained(Levier levier) {
    return leviers.stream().filter(one -> one.levier() == levier).findFirst();
  }
}
