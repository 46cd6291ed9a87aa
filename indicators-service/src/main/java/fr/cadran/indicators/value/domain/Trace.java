package fr.cadran.indicators.value.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value was obtained.
 *
 * @param formula with names
 * @param substituted with figures, null when an input is missing
 * @param inputs every figure that was read
 * @param parameters every choice that was read
 */
public record Trace(
    String formula,
    @Nullable String substituted,
    List<TracedInput> inputs,
    List<TracedParameter> parameters) {
  /** Copies the lists. */
  public Trace {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
  }
}
