package fr.cadran.indicators.benchmark.application;

import fr.cadran.indicators.access.application.AccessPolicy;
import fr.cadran.indicators.benchmark.domain.Distribution;
import fr.cadran.indicators.benchmark.domain.Member;
import fr.cadran.indicators.benchmark.domain.SizeBand;
import fr.cadran.indicators.centre.application.Centres;
import fr.cadran.indicators.centre.application.KnownCentres;
import fr.cadran.indicators.centre.domain.KnownCentre;
import fr.cadran.indicators.quarterlydata.application.CentreActs;
import fr.cadran.indicators.value.application.CentreFigures;
import fr.cadran.indicators.value.application.FigureFilter;
import fr.cadran.indicators.value.domain.CentreFigure;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares an indicator over centres. */
@ApplicationScoped
public class BenchmarkIndicator {
  private static final int TREND_QUARTERS = 8;

  private final CentreFigures figures;
  private final KnownCentres centres;
  private final Centres visibility;
  private final CentreActs acts;
  private final MinimumCentres minimums;
  private final Clock clock;

  BenchmarkIndicator(
      CentreFigures figures,
      KnownCentres centres,
      Centres visibility,
      CentreActs acts,
      MinimumCentres minimums,
      Clock clock) {
    this.figures = figures;
    this.centres = centres;
    this.visibility = visibility;
    this.acts = acts;
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
    Map<Quarter, List<Member>> populations = populations(question, first, quarter);
    int minimum = minimums.of(question.indicator().unit());
    List<Distribution> trend =
        IntStream.range(0, TREND_QUARTERS)
            .mapToObj(first::plus)
            .map(one ->
                Distribution.of(
                    one,
                    populations.getOrDefault(one, List.of()),
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

  private Map<Quarter, List<Member>> populations(
      BenchmarkQuestion question, Quarter from, Quarter to) {
    Map<Finess, KnownCentre> known =
        centres.all().stream().collect(Collectors.toMap(KnownCentre::finess, Function.identity()));
    Map<CentreActs.OfQuarter, Long> reported = new HashMap<>(acts.between(from, to));
    return figures
        .find(
            new FigureFilter(
                Set.of(question.indicator().code()), from, to, null, question.specialty(), null))
        .stream()
        .flatMap(figure -> member(figure, known, reported))
        .collect(
            Collectors.groupingBy(
                Measured::quarter, Collectors.mapping(Measured::member, Collectors.toList())));
  }

  private static Stream<Measured> member(
      CentreFigure figure,
      Map<Finess, KnownCentre> known,
      Map<CentreActs.OfQuarter, Long> reported) {
    KnownCentre centre = known.get(figure.centre());
    Rational value = figure.value();
    if (centre == null || value == null) {
      return Stream.empty();
    }
    Long number = reported.get(new CentreActs.OfQuarter(figure.centre(), figure.quarter()));
    return Stream.of(
        new Measured(
            figure.quarter(),
            new Member(
                centre.finess(),
                centre.managerKind(),
                SizeBand.of(number == null ? OptionalLong.empty() : OptionalLong.of(number)),
                centre.departement(),
                centre.region(),
                value)));
  }

  private record Measured(Quarter quarter, Member member) {}
}
