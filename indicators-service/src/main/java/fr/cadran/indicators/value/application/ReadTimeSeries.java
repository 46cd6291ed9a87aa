package fr.cadran.indicators.value.application;

import fr.cadran.indicators.access.application.AccessPolicy;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.centre.application.Centres;
import fr.cadran.indicators.value.domain.CentreFigure;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an indicator of a centre over quarters. */
@ApplicationScoped
public class ReadTimeSeries {
  private static final int QUARTERS = 8;
  private static final int MOST_QUARTERS = 40;

  private final CentreFigures figures;
  private final Centres centres;
  private final Clock clock;

  ReadTimeSeries(CentreFigures figures, Centres centres, Clock clock) {
    this.figures = figures;
    this.centres = centres;
    this.clock = clock;
  }

  /**
   * Which series is asked for.
   *
   * @param centre of which centre
   * @param indicator which indicator
   * @param specialty of one specialty, null for the centre as a whole
   * @param from first quarter, null for eight in all
   * @param to last quarter, null for the last that has a value
   */
  public record Question(
      Finess centre,
      IndicatorDefinition indicator,
      @Nullable String specialty,
      @Nullable Quarter from,
      @Nullable Quarter to) {}

  /** A quarter with its figure, which is empty when the centre submitted nothing. */
  public record Point(Quarter quarter, Optional<CentreFigure> figure) {}

  /**
   * Every quarter in order, at most forty, also those without a value.
   *
   * @throws ProblemException {@code NOT_FOUND} when the centre is not known or out of reach
   */
  public List<Point> read(Question question, Caller caller) {
    Instant now = clock.instant();
    if (!centres.isVisible(
        question.centre(), AccessPolicy.READ_VALUES_OF_CENTRES.centres(caller), now)) {
      throw ProblemException.notFound();
    }
    Quarter to = question.to() == null ? latest(question, now) : question.to();
    Quarter from = question.from() == null ? to.plus(1 - QUARTERS) : question.from();
    if (from.compareTo(to) > 0) {
      to = from;
    }
    Quarter first =
        from.compareTo(to.plus(1 - MOST_QUARTERS)) < 0 ? to.plus(1 - MOST_QUARTERS) : from;
    Quarter last = to;
    Map<Quarter, CentreFigure> known =
        figures.find(filter(question, first, last)).stream()
            .collect(Collectors.toMap(CentreFigure::quarter, Function.identity()));
    return Stream.iterate(first, quarter -> quarter.compareTo(last) <= 0, Quarter::next)
        .map(quarter -> new Point(quarter, Optional.ofNullable(known.get(quarter))))
        .toList();
  }

  private Quarter latest(Question question, Instant now) {
    return figures
        .latestQuarter(filter(question, null, null))
        .orElseGet(() -> Quarter.of(FrenchDay.of(now)));
  }

  private static FigureFilter filter(
      Question question, @Nullable Quarter from, @Nullable Quarter to) {
    return new FigureFilter(
        Set.of(question.indicator().code()),
        from,
        to,
        Set.of(question.centre()),
        question.specialty(),
        null);
  }
}
