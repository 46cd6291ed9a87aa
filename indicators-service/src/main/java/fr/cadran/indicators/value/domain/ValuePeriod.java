package fr.cadran.indicators.value.domain;

import fr.cadran.kit.type.Quarter;
import java.util.List;
import java.util.stream.IntStream;

/** How long a value looks back from the quarter that it is of. */
public enum ValuePeriod {
  QUARTER(1),
  /** A calendar year; its values stand at the fourth quarter, whichever quarters are known. */
  YEAR(4),
  /** A quarter and the three before it. */
  ROLLING_4_QUARTERS(4);

  private final int quarters;

  ValuePeriod(int quarters) {
    this.quarters = quarters;
  }

  /** The quarters that a value at a quarter covers, in order, that one last. */
  public List<Quarter> endingAt(Quarter last) {
    return IntStream.rangeClosed(1 - quarters, 0).mapToObj(last::plus).toList();
  }
}
