package fr.cadran.indicators.benchmark.application;

import fr.cadran.indicators.access.application.AccessPolicy;
import fr.cadran.indicators.benchmark.domain.Distribution;
import fr.cadran.indicators.benchmark.domain.Member;
import fr.cadran.indicators.centre.application.Centres;
import fr.cadran.indicators.value.application.CentreFigures;
import fr.cadran.indicators.value.application.FigureFilter;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares an indicator over centres. */
@ApplicationScoped
public class BenchmarkIndicator {
  private static final int TREND_QUARTERS = 8;

  private final CentreFigures figures;
  private final ReadPopulations populations;
  private final Centres visibility;
  private final MinimumCentres minimums;
  private final Clock clock;

  BenchmarkIndicator(
      CentreFigures figures,
      ReadPopulations populations,
      Centres visibility,
      MinimumCentres minimums,
      Clock clock) {
    this.figures = figures;
    this.populations = populations;
    this.visibility = visibility;
    this.minimums = minimums;
    this.clock = clock;
  }

  /**
   * The distribution over all centres of the platform that the filters leave in. It names none, so
   * it is not bounded by the caller's territory; the position is only that of a centre in reach.
   *
   * @throws ProblemException {@code NOT_FOUND} when the centre is not known or out of reach, or
   *     when the caller reaches none at all
   */
  public Benchmark benchmark(BenchmarkQuestion question, Caller caller) {
    Instant now = clock.instant();
    CentreScope scope = AccessPolicy.READ_BENCHMARKS.centres(caller);
    Finess own = question.centre();
    boolean visible =
        own == null
            ? AccessPolicy.READ_BENCHMARKS.reachesAnything(caller)
            : visibility.isVisible(own, scope, now);
    if (!visible) {
      throw ProblemException.notFound();
    }
    Quarter quarter = question.quarter() == null ? latest(question, now) : question.quarter();
    Quarter first = quarter.plus(1 - TREND_QUARTERS);
    Map<Quarter, List<Member>> members =
        populations.read(question.indicator().code(), question.specialty(), first, quarter, null);
    int minimum = minimums.of(question.indicator().unit());
    List<Distribution> trend =
        IntStream.range(0, TREND_QUARTERS)
            .mapToObj(first::plus)
            .map(one ->
                Distribution.of(
                    one,
                    members.getOrDefault(one, List.of()),
                    question.cell(),
                    minimum,
                    question.indicator().direction(),
                    own))
            .toList();
    return new Benchmark(question, minimum, trend.getLast(), trend);
  }

  private Quarter latest(BenchmarkQuestion question, Instant now) {
    return figures
        .latestQuarter(
            new FigureFilter(
                Set.of(question.indicator().code()), null, null, null, question.specialty(), null))
        .orElseGet(() -> Quarter.of(FrenchDay.of(now)));
  }
}
