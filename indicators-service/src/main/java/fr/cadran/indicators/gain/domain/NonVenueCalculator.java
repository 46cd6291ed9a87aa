package fr.cadran.indicators.gain.domain;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.formula.domain.Evaluation;
import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The potential gain of levier {@code NON_VENUE}. Exact to the end: a row is rounded once, half up
 * to the cent, when it is published. A gain is never below zero, and never made from an input that
 * is missing or that no count or amount can be.
 */
public final class NonVenueCalculator {
  /** How a published gain is rounded, in words for a trace. */
  public static final String ROUNDING = "HALF_UP, 2 places, once at the published line";

  private NonVenueCalculator() {}

  /**
   * The gain of each row, and so their total.
   *
   * @param method how it is computed
   * @param period that the rows cover
   * @param rows one by specialty
   */
  public static PotentialGain calculate(
      NonVenueMethod method, Period period, List<NonVenueRow> rows) {
    return new PotentialGain(
        Levier.NON_VENUE,
        method,
        period,
        rows.stream().map(row -> rowGain(method.formulasFor(row), row)).toList());
  }

  private static RowGain rowGain(GainFormulas formulas, NonVenueRow row) {
    Outcome gain = outcome(formulas.gain(), row);
    List<GainStep> steps = new ArrayList<>();
    for (GainFormulas.Step step : formulas.steps()) {
      Outcome outcome = outcome(step.expression(), row);
      steps.add(
          new GainStep(
              step.name(), step.expression().text(), outcome.substituted(), outcome.value()));
    }
    return new RowGain(
        row,
        gain.value() == null ? null : Euros.round(gain.value()),
        gain.value(),
        gain.missingReason(),
        formulas.gain().text(),
        gain.substituted(),
        steps,
        formulas.warnings());
  }

  private static Outcome outcome(Expression expression, NonVenueRow row) {
    List<String> missing = new ArrayList<>();
    List<String> negative = new ArrayList<>();
    for (Expression.Variable variable : expression.variables()) {
      Rational figure = figure(variable, row);
      if (figure == null) {
        missing.add(fieldOf(variable));
      } else if (figure.signum() < 0) {
        negative.add(fieldOf(variable));
      }
    }
    if (!missing.isEmpty()) {
      return new Outcome(null, null, "MISSING_INPUT: " + String.join(", ", missing));
    }
    if (!negative.isEmpty()) {
      return new Outcome(null, null, "NEGATIVE_INPUT: " + String.join(", ", negative));
    }
    Expression substituted =
        expression.substitute(variable -> {
          Rational figure = figure(variable, row);
          return figure == null ? variable : variable.is(figure);
        });
    return switch (substituted.evaluate()) {
      case Evaluation.Exact(Rational value) -> new Outcome(substituted.text(), value, null);
      case Evaluation.ZeroDivisor(Expression divisor) ->
          new Outcome(
              substituted.text(),
              null,
              "ZERO_DENOMINATOR: "
                  + divisor.variables().stream()
                      .map(NonVenueCalculator::fieldOf)
                      .collect(Collectors.joining(", ")));
    };
  }

  private static @Nullable Rational figure(Expression.Variable variable, NonVenueRow row) {
    return NonVenueInput.behind(variable)
        .map(input -> input.read(row))
        .or(() -> NonVenueMethod.fixedFigure(variable))
        .orElse(null);
  }

  private static String fieldOf(Expression.Variable variable) {
    return NonVenueInput.behind(variable).map(NonVenueInput::field).orElse(variable.name());
  }

  private record Outcome(
      @Nullable String substituted, @Nullable Rational value, @Nullable String missingReason) {}
}
