package fr.cadran.indicators.formula.domain;

import fr.cadran.kit.type.Rational;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A formula as a tree. The text that people read, the text with figures substituted and the result
 * all come from the one tree, so they cannot say different things: substituting gives another tree,
 * which is printed and evaluated by the same code.
 */
public sealed interface Expression {

  /**
   * A named input, not known yet.
   *
   * @param name French, camel case, as it stands in the printed formula
   * @param notation how its figure is written
   */
  record Variable(String name, Notation notation) implements Expression {
    /** The same input with its figure. */
    public Known is(Rational value) {
      return new Known(this, value);
    }
  }

  /**
   * A named input with its figure.
   *
   * @param variable which input
   * @param value its exact figure
   */
  record Known(Variable variable, Rational value) implements Expression {}

  /** Two expressions and what to do with them. */
  record Operation(Operator operator, Expression left, Expression right) implements Expression {}

  /** An expression, or zero when it is below zero. */
  record AtLeastZero(Expression inner) implements Expression {}

  static Variable variable(String name) {
    return new Variable(name, Notation.NUMBER);
  }

  /**
   * The sum of one or more terms.
   *
   * @throws IllegalArgumentException when there is no term
   */
  static Expression sum(List<? extends Expression> terms) {
    Iterator<? extends Expression> rest = terms.iterator();
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("a sum has at least one term");
    }
    Expression sum = rest.next();
    while (rest.hasNext()) {
      sum = sum.plus(rest.next());
    }
    return sum;
  }

  static Expression atLeastZero(Expression inner) {
    return new AtLeastZero(inner);
  }

  default Expression plus(Expression other) {
    return new Operation(Operator.PLUS, this, other);
  }

  default Expression minus(Expression other) {
    return new Operation(Operator.MINUS, this, other);
  }

  default Expression times(Expression other) {
    return new Operation(Operator.TIMES, this, other);
  }

  default Expression dividedBy(Expression other) {
    return new Operation(Operator.DIVIDED_BY, this, other);
  }

  /** The inputs in the order in which they are read, each once. */
  default Set<Variable> variables() {
    Set<Variable> found = new LinkedHashSet<>();
    collectVariables(this, found);
    return found;
  }

  private static void collectVariables(Expression expression, Set<Variable> found) {
    switch (expression) {
      case Variable variable -> found.add(variable);
      case Known known -> found.add(known.variable());
      case AtLeastZero(Expression inner) -> collectVariables(inner, found);
      case Operation(Operator ignored, Expression left, Expression right) -> {
        collectVariables(left, found);
        collectVariables(right, found);
      }
    }
  }

  /** The same formula with every unknown input replaced, by a figure or by a sum of figures. */
  default Expression substitute(Function<Variable, Expression> figures) {
    return switch (this) {
      case Variable variable -> figures.apply(variable);
      case Known known -> known;
      case AtLeastZero(Expression inner) -> new AtLeastZero(inner.substitute(figures));
      case Operation(Operator operator, Expression left, Expression right) ->
          new Operation(operator, left.substitute(figures), right.substitute(figures));
    };
  }

  /**
   * The exact result, or the divisor that is zero.
   *
   * @throws IllegalStateException when an input is not known: substitute first
   */
  default Evaluation evaluate() {
    return switch (this) {
      case Variable variable ->
          throw new IllegalStateException("no figure was substituted for " + variable.name());
      case Known known -> new Evaluation.Exact(known.value());
      case AtLeastZero(Expression inner) ->
          switch (inner.evaluate()) {
            case Evaluation.Exact(Rational value) -> new Evaluation.Exact(value.max(Rational.ZERO));
            case Evaluation.ZeroDivisor none -> none;
          };
      case Operation(Operator operator, Expression left, Expression right) ->
          switch (left.evaluate()) {
            case Evaluation.ZeroDivisor none -> none;
            case Evaluation.Exact(Rational first) ->
                switch (right.evaluate()) {
                  case Evaluation.ZeroDivisor none -> none;
                  case Evaluation.Exact(Rational second) ->
                      operator == Operator.DIVIDED_BY && second.signum() == 0
                          ? new Evaluation.ZeroDivisor(right)
                          : new Evaluation.Exact(operator.apply(first, second));
                };
          };
    };
  }

  /**
   * The formula as people read it: names where inputs are unknown, figures where they are known.
   */
  default String text() {
    return switch (this) {
      case Variable variable -> variable.name();
      case Known known -> known.variable().notation().write(known.value());
      case AtLeastZero(Expression inner) -> "max(0 ; " + inner.text() + ")";
      case Operation(Operator operator, Expression left, Expression right) ->
          operand(left, operator, false)
              + " "
              + operator.sign()
              + " "
              + operand(right, operator, true);
    };
  }

  private static String operand(Expression operand, Operator around, boolean onTheRight) {
    boolean parentheses =
        operand instanceof Operation(Operator inner, Expression ignoredLeft, Expression ignored)
            && (inner.precedence() < around.precedence()
                || (onTheRight
                    && inner.precedence() == around.precedence()
                    && !(inner == around && around.associates())));
    return parentheses ? "(" + operand.text() + ")" : operand.text();
  }
}
