package fr.cadran.indicators.value.application;

import fr.cadran.indicators.value.domain.ValuePeriod;
import fr.cadran.kit.type.Quarter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of a centre after they were computed again.
 *
 * @param current every value that now holds, among those that were computed
 * @param changes those that appeared, changed or went away; empty when all was known already
 */
public record Restatement(List<StoredValue> current, List<Change> changes) {
  /** Copies the lists. */
  public Restatement {
    current = List.copyOf(current);
    changes = List.copyOf(changes);
  }

  /**
   * A value that is not what it was.
   *
   * @param quarter at which quarter
   * @param period over which period
   * @param indicator of which indicator, by code
   * @param specialty of which specialty, null for the centre
   * @param before exact value or the reason why there was none, null when it was not known
   * @param after the same of what takes its place, null when it is no longer computed
   */
  public record Change(
      Quarter quarter,
      ValuePeriod period,
      String indicator,
      @Nullable String specialty,
      @Nullable String before,
      @Nullable String after) {}

  /** The quarters of which a value over the quarter itself is among the changed. */
  public Set<Quarter> quarters() {
    return changes.stream()
        .filter(change -> change.period() == ValuePeriod.QUARTER)
        .map(Change::quarter)
        .collect(Collectors.toSet());
  }
}
