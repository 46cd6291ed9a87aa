package fr.cadran.indicators.benchmark.application;

import fr.cadran.indicators.benchmark.domain.Member;
import fr.cadran.indicators.benchmark.domain.SizeBand;
import fr.cadran.indicators.centre.application.KnownCentres;
import fr.cadran.indicators.centre.domain.KnownCentre;
import fr.cadran.indicators.quarterlydata.application.CentreActs;
import fr.cadran.indicators.value.application.CentreFigures;
import fr.cadran.indicators.value.application.FigureFilter;
import fr.cadran.indicators.value.domain.CentreFigure;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the centres that have a value of an indicator, with what they are compared by. */
@ApplicationScoped
public class ReadPopulations {
  private final CentreFigures figures;
  private final KnownCentres centres;
  private final CentreActs acts;

  ReadPopulations(CentreFigures figures, KnownCentres centres, CentreActs acts) {
    this.figures = figures;
    this.centres = centres;
    this.acts = acts;
  }

  /**
   * All centres of the platform with a value, by quarter. Not bounded by who asks: whoever uses it
   * decides what may leave.
   *
   * @param indicator code
   * @param specialty null for the centre as a whole
   * @param from first quarter
   * @param to last quarter
   * @param asOf as the platform knew the values at this instant; null: now
   */
  public Map<Quarter, List<Member>> read(
      String indicator,
      @Nullable String specialty,
      Quarter from,
      Quarter to,
      @Nullable Instant asOf) {
    Map<Finess, KnownCentre> known =
        centres.all().stream().collect(Collectors.toMap(KnownCentre::finess, Function.identity()));
    Map<CentreActs.OfQuarter, Long> reported = new HashMap<>(acts.between(from, to));
    return figures
        .find(new FigureFilter(Set.of(indicator), from, to, null, specialty, asOf))
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
