package fr.cadran.indicators.gain.domain;

import fr.cadran.indicators.formula.domain.Evaluation;
import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Potential gains. Exact to the end: a row is rounded once, half up to the cent, when it is
 * published. A gain is never below zero, and never made from an input or a parameter that is
 * missing, nor from one that no count or amount can be.
 */
public final class GainCalculator {
  /** How a published gain is rounded, in words for a trace. */
  public static final String ROUNDING = "HALF_UP, 2 places, once at the published line";

  private final GainMethod method;
  private final Map<MethodParameter, GainParameter> parameters;

  private GainCalculator(GainMethod method, Map<MethodParameter, GainParameter> parameters) {
    this.method = method;
    this.parameters = parameters;
  }

  /**
   * The gain of each row, and so their total.
   *
   * @param method how it is computed
   * @param period that the rows cover
   * @param given parameters that replace the defaults; those that the method does not read do no
   *     harm
   * @param rows in the order in which they are shown
   */
  public static PotentialGain calculate(
      GainMethod method, Period period, Map<MethodParameter, Rational> given, List<GainRow> rows) {
    Map<MethodParameter, GainParameter> read = new EnumMap<>(MethodParameter.class);
    for (MethodParameter parameter : method.parameters()) {
      Rational value = given.get(parameter);
      GainParameter chosen =
          value == null
              ? parameter.presetFor(period)
              : new GainParameter(parameter, value, GainParameter.GIVEN);
      if (chosen != null) {
        read.put(parameter, chosen);
      }
    }
    GainCalculator calculator = new GainCalculator(method, read);
    return new PotentialGain(
        method.levier(),
        method,
        period,
        List.copyOf(read.values()),
        rows.stream().map(row -> calculator.rowGain(method.formulasFor(row), row)).toList());
  }

  /**
   * The same gain with one parameter more, or another in its place.
   *
   * @param gain from the same rows
   * @param parameter with where it comes from
   */
  public static PotentialGain completed(PotentialGain gain, GainParameter parameter) {
    Map<MethodParameter, GainParameter> read = new EnumMap<>(MethodParameter.class);
    gain.parameters().forEach(known -> read.put(known.parameter(), known));
    read.put(parameter.parameter(), parameter);
    GainCalculator calculator = new GainCalculator(gain.method(), read);
    return new PotentialGain(
        gain.levier(),
        gain.method(),
        gain.period(),
        List.copyOf(read.values()),
        gain.rows().stream()
            .map(RowGain::row)
            .map(row -> calculator.rowGain(gain.method().formulasFor(row), row))
            .toList());
  }

  private RowGain rowGain(GainFormulas formulas, GainRow row) {
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

  private Outcome outcome(Expression expression, GainRow row) {
    List<String> missing = new ArrayList<>();
    List<String> unset = new ArrayList<>();
    List<String> negative = new ArrayList<>();
    for (Expression.Variable variable : expression.variables()) {
      Rational figure = figure(variable, row);
      if (figure == null) {
        (GainInput.behind(variable).isPresent() ? missing : unset).add(fieldOf(variable));
      } else if (figure.signum() < 0) {
        negative.add(fieldOf(variable));
      }
    }
    if (!missing.isEmpty()) {
      return Outcome.without("MISSING_INPUT", missing);
    }
    if (!unset.isEmpty()) {
      return Outcome.without("MISSING_PARAMETER", unset);
    }
    if (!negative.isEmpty()) {
      return Outcome.without("NEGATIVE_INPUT", negative);
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
                      .map(this::fieldOf)
                      .collect(Collectors.joining(", ")));
    };
  }

  private @Nullable Rational figure(Expression.Variable variable, GainRow row) {
    return GainInput.behind(variable)
        .map(row::figure)
        .or(() ->
            parameter(variable)
                .flatMap(named -> Optional.ofNullable(parameters.get(named)))
                .map(GainParameter::value))
        .or(() -> GainMethod.fixedFigure(variable))
        .orElse(null);
  }

  private Optional<MethodParameter> parameter(Expression.Variable variable) {
    return method.parameters().stream().filter(one -> one.variable().equals(variable)).findFirst();
  }

  private String fieldOf(Expression.Variable variable) {
    return GainInput.behind(variable)
        .map(GainInput::field)
        .or(() -> parameter(variable).map(MethodParameter::code))
        .orElse(variable.name());
  }

  private record Outcome(
      @Nullable String substituted, @Nullable Rational value, @Nullable String missingReason) {
    static Outcome without(String reason, List<String> names) {
      return new Outcome(null, null, reason + ": " + String.join(", ", names));
    }
  }
}
