package fr.cadran.indicators.synthesis.domain;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.programme.domain.LevierStatus;
import fr.cadran.indicators.programme.domain.Overrule;
import fr.cadran.indicators.programme.domain.Participation;
import fr.cadran.indicators.programme.domain.RetainedLevier;
import fr.cadran.indicators.value.domain.CentreFigure;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a levier in a centre, and what decided it.
 *
 * @param anonymousNumber of the centre in the programme
 * @param centre which centre
 * @param levier which levier
 * @param outcome what came of it
 * @param overruled what the agency decided in place of the indicator, null when it did not
 * @param indicator what decides, null when nothing was to decide
 * @param baseline its value in the baseline quarter, null when unknown
 * @param current its value in the quarter of the synthesis, null when unknown
 * @param reason why the indicator does not decide, null when it does or nothing was to decide
 */
public record Judgement(
    int anonymousNumber,
    Finess centre,
    Levier levier,
    Outcome outcome,
    @Nullable Overrule overruled,
    @Nullable PrimaryIndicator indicator,
    @Nullable Rational baseline,
    @Nullable Rational current,
    @Nullable String reason) {
  private static final String NO_PRIMARY_INDICATOR = "NO_PRIMARY_INDICATOR";

  /** A figure, found by what it is of. */
  record Key(Finess centre, String indicator, Quarter quarter) {}

  static Judgement of(
      Participation participation,
      Levier levier,
      Quarter baseline,
      Quarter quarter,
      Map<Key, CentreFigure> figures) {
    RetainedLevier retained = participation.retained(levier).orElse(null);
    if (retained == null || retained.status() != LevierStatus.ACTIVATED) {
      return new Judgement(
          participation.anonymousNumber(),
          participation.centre(),
          levier,
          retained == null ? Outcome.NOT_RETAINED : Outcome.VALIDATED,
          null,
          null,
          null,
          null,
          null);
    }
    Comparison comparison = decide(participation.centre(), levier, baseline, quarter, figures);
    Overrule overrule = retained.overrule();
    return new Judgement(
        participation.anonymousNumber(),
        participation.centre(),
        levier,
        overrule == null ? comparison.outcome() : outcome(overrule.positive()),
        overrule,
        comparison.indicator(),
        comparison.baseline(),
        comparison.current(),
        comparison.reason());
  }

  private static Outcome outcome(boolean positive) {
    return positive ? Outcome.POSITIVE : Outcome.NOT_POSITIVE;
  }

  private static Comparison decide(
      Finess centre,
      Levier levier,
      Quarter baseline,
      Quarter quarter,
      Map<Key, CentreFigure> figures) {
    List<Comparison> choices =
        PrimaryIndicator.of(levier).stream()
            .map(indicator ->
                Comparison.of(
                    indicator,
                    baseline,
                    figures.get(new Key(centre, indicator.code(), baseline)),
                    quarter,
                    figures.get(new Key(centre, indicator.code(), quarter))))
            .toList();
    return choices.stream()
        .filter(choice -> choice.reason() == null)
        .findFirst()
        // None decides: the first choice says why.
        .orElseGet(() ->
            choices.isEmpty()
                ? new Comparison(null, null, null, NO_PRIMARY_INDICATOR)
                : choices.getFirst());
  }

  /** An indicator in both quarters, or the reason why they cannot be compared. */
  private record Comparison(
      @Nullable PrimaryIndicator indicator,
      @Nullable Rational baseline,
      @Nullable Rational current,
      @Nullable String reason) {

    static Comparison of(
        PrimaryIndicator indicator,
        Quarter baselineQuarter,
        @Nullable CentreFigure before,
        Quarter quarter,
        @Nullable CentreFigure after) {
      Rational baseline = before == null ? null : before.value();
      Rational current = after == null ? null : after.value();
      String reason =
          baseline == null
              ? missing("BASELINE", indicator, baselineQuarter, before)
              : current == null ? missing("VALUE", indicator, quarter, after) : null;
      return new Comparison(indicator, baseline, current, reason);
    }

    Outcome outcome() {
      if (indicator == null || baseline == null || current == null) {
        return Outcome.UNDECIDABLE;
      }
      return Judgement.outcome(indicator.improved(baseline, current));
    }

    private static String missing(
        String what, PrimaryIndicator indicator, Quarter quarter, @Nullable CentreFigure figure) {
      String start = "MISSING_" + what + ": " + indicator.code() + " " + quarter;
      // Without any figure, the centre submitted nothing for the quarter.
      return figure == null
          ? start + " (NO_QUARTERLY_DATA)"
          : start + " (" + figure.missingReason() + ")";
    }
  }
}
