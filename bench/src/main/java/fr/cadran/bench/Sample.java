package fr.cadran.bench;

import org.HdrHistogram.Histogram;

/** Durations of one scenario. */
final class Sample {
  private static final long LONGEST_MICROS = 60_000_000;

  private final String name;
  private final Histogram micros = new Histogram(LONGEST_MICROS, 3);

  Sample(String name) {
    this.name = name;
  }

  void add(long nanos) {
    micros.recordValue(Math.min(Math.max(nanos / 1000, 1), LONGEST_MICROS));
  }

  String name() {
    return name;
  }

  long count() {
    return micros.getTotalCount();
  }

  double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
