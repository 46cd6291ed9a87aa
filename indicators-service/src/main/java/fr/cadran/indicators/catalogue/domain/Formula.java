package fr.cadran.indicators.catalogue.domain;

import fr.cadran.indicators.formula.domain.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to obtain an indicator: a quotient, or a figure taken as it is given.
 *
 * @param inputs every input that the formula reads, once
 * @param fixed figures that it reads and that nobody submits
 * @param numerator what is divided, or the figure itself
 * @param denominator what divides; null when the figure is taken as given
 * @param overQuarters how the quarters of a longer period become one value
 * @param level for which values it stands
 * @param warning code said with a value obtained this way; null when there is nothing to say
 */
public record Formula(
    List<Input> inputs,
    List<FixedFigure> fixed,
    Expression numerator,
    @Nullable Expression denominator,
    OverQuarters overQuarters,
    Level level,
    @Nullable String warning) {

  /**
   * A formula and its inputs.
   *
   * @throws IllegalArgumentException when the inputs are not exactly those that the formula reads
   */
  public Formula {
    inputs = List.copyOf(inputs);
    fixed = List.copyOf(fixed);
    Set<Expression.Variable> declared =
        Stream.concat(
                inputs.stream().map(Input::variable), fixed.stream().map(FixedFigure::variable))
            .collect(Collectors.toSet());
    Set<Expression.Variable> read = whole(numerator, denominator).variables();
    if (!declared.equals(read) || declared.size() != inputs.size() + fixed.size()) {
      throw new IllegalArgumentException("inputs " + declared + " but the formula reads " + read);
    }
  }

  /** A formula of submitted figures alone, for every value: sums, or the ratio of sums. */
  public Formula(
      List<Input> inputs,
      Expression numerator,
      @Nullable Expression denominator,
      @Nullable String warning) {
    this(
        inputs,
        List.of(),
        numerator,
        denominator,
        denominator == null ? OverQuarters.SUM : OverQuarters.RATIO_OF_SUMS,
        Level.ANY,
        warning);
  }

  /** The same formula, its quarters put together in another way. */
  public Formula over(OverQuarters rule) {
    return new Formula(inputs, fixed, numerator, denominator, rule, level, warning);
  }

  /** The whole formula as one tree. */
  public Expression whole() {
    return whole(numerator, denominator);
  }

  private static Expression whole(Expression numerator, @Nullable Expression denominator) {
    return denominator == null ? numerator : numerator.dividedBy(denominator);
  }

  /** The input behind a name of the formula. */
  public Optional<Input> input(Expression.Variable variable) {
    return inputs.stream().filter(input -> input.variable().equals(variable)).findFirst();
  }

  /** The names of the inputs that the numerator reads, in order. */
  public List<String> numeratorInputs() {
    return numerator.variables().stream().map(Expression.Variable::name).toList();
  }

  /** The names of the inputs that the denominator reads, in order; empty when there is none. */
  public List<String> denominatorInputs() {
    return denominator == null
        ? List.of()
        : denominator.variables().stream().map(Expression.Variable::name).toList();
  }
}
