package fr.cadran.indicators.value.application;

import java.util.List;

/**
 * The values of a centre's quarter after they were computed again.
 *
 * @param current every value that now holds
 * @param changed how many rows were opened or closed; 0 when everything was known already
 */
public record Restatement(List<StoredValue> current, int changed) {
  /** Copies the values. */
  public Restatement {
    current = List.copyOf(current);
  }
}
