package fr.cadran.indicators.database;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * From when something is known. What replaces something is known after it, also when the clock was
 * set back in between: until the clock has caught up, microsecond by microsecond.
 */
public final class KnownFrom {
  private KnownFrom() {}

  /**
   * The moment, to the microsecond.
   *
   * @param now what the clock says
   * @param replaced since when that which may be replaced has been known
   */
  public static Instant of(Instant now, Stream<Instant> replaced) {
    Instant moment = now.truncatedTo(ChronoUnit.MICROS);
    return replaced
        .map(before -> before.plus(1, ChronoUnit.MICROS))
        .filter(moment::isBefore)
        .max(Instant::compareTo)
        .orElse(moment);
  }
}
