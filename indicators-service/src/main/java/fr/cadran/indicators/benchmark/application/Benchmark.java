package fr.cadran.indicators.benchmark.application;

import fr.cadran.indicators.benchmark.domain.Distribution;
import java.util.List;

/**
 * A distribution and how it came about.
 *
 * @param question what was asked
 * @param minimum how many centres at least stand behind a figure
 * @param distribution of the quarter
 * @param trend of the last quarters, the quarter itself last
 */
public record Benchmark(
    BenchmarkQuestion question, int minimum, Distribution distribution, List<Distribution> trend) {
  /** Copies the trend. */
  public Benchmark {
    trend = List.copyOf(trend);
  }
}
