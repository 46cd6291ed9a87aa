package fr.cadran.indicators.synthesis.application;

import fr.cadran.indicators.access.application.AccessPolicy;
import fr.cadran.indicators.centre.application.KnownCentres;
import fr.cadran.indicators.centre.domain.KnownCentre;
import fr.cadran.indicators.programme.application.Programmes;
import fr.cadran.indicators.programme.domain.Participation;
import fr.cadran.indicators.programme.domain.Programme;
import fr.cadran.indicators.synthesis.domain.PrimaryIndicator;
import fr.cadran.indicators.synthesis.domain.ProgrammeSynthesis;
import fr.cadran.indicators.value.application.CentreFigures;
import fr.cadran.indicators.value.application.FigureFilter;
import fr.cadran.indicators.value.domain.CentreFigure;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges every centre of a programme on every levier. */
@ApplicationScoped
public class SynthesiseProgramme {
  private final Programmes programmes;
  private final CentreFigures figures;
  private final KnownCentres centres;
  private final Clock clock;

  SynthesiseProgramme(
      Programmes programmes, CentreFigures figures, KnownCentres centres, Clock clock) {
    this.programmes = programmes;
    this.figures = figures;
    this.centres = centres;
    this.clock = clock;
  }

  /**
   * The synthesis, whole for whoever may read it: the agency of the région, the agencies of the
   * départements in which centres take part, the managers of these centres.
   *
   * @throws ProblemException {@code NOT_FOUND} when the programme is not known or out of reach
   */
  public VisibleSynthesis synthesise(SynthesisQuestion question, Caller caller) {
    Instant now = clock.instant();
    Programme programme =
        programmes
            .find(question.programme(), question.asOf())
            .orElseThrow(ProblemException::notFound);
    CentreScope scope = AccessPolicy.READ_PROGRAMMES.centres(caller);
    Map<Finess, KnownCentre> named =
        centres
            .visible(
                programme.participations().stream().map(Participation::centre).toList(), scope, now)
            .stream()
            .collect(Collectors.toMap(KnownCentre::finess, Function.identity()));
    boolean runsIt =
        scope.everything() || scope.territories().regions().contains(programme.region());
    if (!runsIt && named.isEmpty()) {
      throw ProblemException.notFound();
    }
    Set<Finess> everyone =
        programme.participations().stream().map(Participation::centre).collect(Collectors.toSet());
    Quarter quarter =
        question.quarter() == null ? latest(everyone, question.asOf(), now) : question.quarter();
    List<CentreFigure> known = new ArrayList<>(of(everyone, programme.baseline(), question.asOf()));
    if (!quarter.equals(programme.baseline())) {
      known.addAll(of(everyone, quarter, question.asOf()));
    }
    return new VisibleSynthesis(ProgrammeSynthesis.of(programme, quarter, known), named);
  }

  private Quarter latest(Set<Finess> centres, @Nullable Instant asOf, Instant now) {
    return figures
        .latestQuarter(new FigureFilter(PrimaryIndicator.codes(), null, null, centres, null, asOf))
        .orElseGet(() -> Quarter.of(FrenchDay.of(asOf == null ? now : asOf)));
  }

  private List<CentreFigure> of(Set<Finess> centres, Quarter quarter, @Nullable Instant asOf) {
    return figures.find(
        new FigureFilter(PrimaryIndicator.codes(), quarter, quarter, centres, null, asOf));
  }
}
