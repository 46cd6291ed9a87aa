package fr.cadran.indicators.value.application;

import fr.cadran.kit.type.Quarter;
import java.util.List;
import java.util.SortedSet;

/**
 * The values of a centre after they were computed again.
 *
 * @param current every value that now holds, among those that were computed
 * @param changed how many values appeared, changed or went away; 0 when all was known already
 * @param quarters the quarters of which a value over the quarter itself is among the changed
 */
public record Restatement(List<StoredValue> current, int changed, SortedSet<Quarter> quarters) {
  /** Copies the values. */
  public Restatement {
    current = List.copyOf(current);
  }
}
