package fr.cadran.indicators.value.domain;

import fr.cadran.kit.type.Quarter;

/**
 * A record that a value was computed from.
 *
 * @param source which kind of data: {@code quarterly-data}
 * @param quarter of which quarter
 * @param version which version of it
 */
public record RecordSource(String source, Quarter quarter, int version) {
  /** The quarterly data of a quarter. */
  public static RecordSource of(QuarterlyRecord record) {
    return new RecordSource("quarterly-data", record.quarter(), record.version());
  }
}
