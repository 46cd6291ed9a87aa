package fr.cadran.indicators.gain.domain;

import fr.cadran.indicators.value.domain.RecordSource;
import fr.cadran.kit.type.Quarter;
import java.util.List;

/**
 * A gain computed from a centre's own data.
 *
 * @param quarter of which quarter
 * @param recordVersion from which version of its quarterly data
 * @param gain what was computed
 * @param inputs the records that were read, by quarter
 */
public record QuarterGain(
    Quarter quarter, int recordVersion, PotentialGain gain, List<RecordSource> inputs) {
  /** Copies the list. */
  public QuarterGain {
    inputs = List.copyOf(inputs);
  }
}
