package fr.cadran.events.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of one centre for one quarter, computed from one version of its quarterly data;
 * they replace those told before for the quarter.
 *
 * @param finess FINESS number of the centre; also the key of the message
 * @param quarter calendar quarter, e.g. {@code 2013-Q3}
 * @param recordVersion version of the quarterly data behind the values
 * @param computedAt when they were computed
 * @param values every indicator, those without a value included
 */
public record IndicatorValuesComputed(
    String finess, String quarter, int recordVersion, Instant computedAt, List<Value> values) {

  public IndicatorValuesComputed {
    values = List.copyOf(values);
  }

  /**
   * One indicator.
   *
   * @param id identifier of the value, under which its explanation can be read
   * @param indicator code of the indicator, e.g. {@code taux-non-venue}
   * @param specialty code of the specialty, null for the whole centre
   * @param value rounded half up to 12 decimals; null when it cannot be computed
   * @param unit unit of the value, e.g. {@code ratio}
   * @param missingReason why there is no value, e.g. {@code MISSING_INPUT: passages}; null when
   *     there is one
   */
  public record Value(
      String id,
      String indicator,
      @Nullable String specialty,
      @Nullable BigDecimal value,
      String unit,
      @Nullable String missingReason) {}
}
