package fr.cadran.indicators.cptsvalue.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a new version of the results of a contract year changes.
 *
 * @param opened values that were not known, or not so
 * @param closed values that are known otherwise now, or no more
 */
public record ResultsRestatement(List<CptsValue> opened, List<CptsValue> closed) {
  /** Copies the lists. */
  public ResultsRestatement {
    opened = List.copyOf(opened);
    closed = List.copyOf(closed);
  }

  /**
   * The difference between what is known and what was agreed on; what stays the same is in neither
   * list.
   *
   * @throws IllegalArgumentException when an indicator of a mission was agreed on twice
   */
  public static ResultsRestatement between(List<CptsValue> known, List<CptsValue> agreed) {
    Set<List<String>> seen = new HashSet<>();
    for (CptsValue value : agreed) {
      if (!seen.add(List.of(value.mission(), value.indicator()))) {
        throw new IllegalArgumentException("an indicator of a mission has one result a year");
      }
    }
    return new ResultsRestatement(
        agreed.stream().filter(value -> !known.contains(value)).toList(),
        known.stream().filter(value -> !agreed.contains(value)).toList());
  }
}
