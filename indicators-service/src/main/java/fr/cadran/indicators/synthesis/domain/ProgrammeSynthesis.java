package fr.cadran.indicators.synthesis.domain;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.programme.domain.Participation;
import fr.cadran.indicators.programme.domain.Programme;
import fr.cadran.indicators.value.domain.CentreFigure;
import fr.cadran.kit.type.Quarter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a programme achieved up to a quarter: every centre of the cohort judged on every levier that
 * the programme follows.
 *
 * @param programme which programme
 * @param quarter the quarter that is held against the baseline
 * @param cohort the centres that count, in the order of their numbers
 * @param judgements one for each centre and levier, centre by centre
 */
public record ProgrammeSynthesis(
    Programme programme, Quarter quarter, List<Participation> cohort, List<Judgement> judgements) {

  /** Copies the lists. */
  public ProgrammeSynthesis {
    cohort = List.copyOf(cohort);
    judgements = List.copyOf(judgements);
  }

  /**
   * Judges every centre.
   *
   * @param figures the primary indicators of the cohort in both quarters, as far as known
   */
  public static ProgrammeSynthesis of(
      Programme programme, Quarter quarter, Collection<CentreFigure> figures) {
    Map<Judgement.Key, CentreFigure> byKey =
        figures.stream()
            .collect(
                Collectors.toMap(
                    figure ->
                        new Judgement.Key(figure.centre(), figure.indicator(), figure.quarter()),
                    Function.identity()));
    List<Participation> cohort = programme.cohort(quarter);
    return new ProgrammeSynthesis(
        programme,
        quarter,
        cohort,
        cohort.stream()
            .flatMap(participation ->
                programme.leviers().stream()
                    .map(levier ->
                        Judgement.of(participation, levier, programme.baseline(), quarter, byKey)))
            .toList());
  }

  /** The judgements of a levier, in the order of the numbers. */
  public List<Judgement> of(Levier levier) {
    return judgements.stream().filter(one -> one.levier() == levier).toList();
  }

  /** The judgements of a centre, in the order of the leviers of the programme. */
  public List<Judgement> of(Participation participation) {
    return judgements.stream().filter(one -> one.centre().equals(participation.centre())).toList();
  }

  /** The counts of a levier. */
  public LevierCount count(Levier levier) {
    return LevierCount.of(of(levier));
  }

  /** The counts over every levier together. */
  public LevierCount total() {
    return LevierCount.of(judgements);
  }
}
