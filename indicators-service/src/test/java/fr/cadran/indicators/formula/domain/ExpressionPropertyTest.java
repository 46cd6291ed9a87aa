package fr.cadran.indicators.formula.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the formula, what people read computes to what Cadran computed. */
class ExpressionPropertyTest {

  @Property(tries = 500)
  void the_printed_formula_computes_to_the_evaluated_figure(
      @ForAll("expressions") Expression expression) {
    switch (expression.evaluate()) {
      case Evaluation.Exact(Rational value) ->
          assertThat(new Reader(expression.text()).value()).isEqualTo(value);
      case Evaluation.ZeroDivisor none ->
          assertThat(none.divisor().evaluate()).isEqualTo(new Evaluation.Exact(Rational.ZERO));
    }
  }

  @Provide
  Arbitrary<Expression> expressions() {
    return expressions(4);
  }

  private Arbitrary<Expression> expressions(int depth) {
    Arbitrary<Expression> leaf =
        Arbitraries.integers()
            .between(-20, 2000)
            .map(cents -> Expression.variable("x").is(Rational.of(cents, 4)));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Expression> inner = Arbitraries.lazy(() -> expressions(depth - 1));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(2, leaf),
        net.jqwik.api.Tuple.of(1, inner.map(Expression::atLeastZero)),
        net.jqwik.api.Tuple.of(
            6,
            Combinators.combine(Arbitraries.of(Operator.values()), inner, inner)
                .as(Expression.Operation::new)));
  }

  /** Reads a printed formula the way a person does: left to right, × and ÷ before + and −. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text.replace(" ", "");
    }

    Rational value() {
      Rational value = sum();
      assertThat(at).as("all of %s is read", text).isEqualTo(text.length());
      return value;
    }

    private Rational sum() {
      Rational value = product();
      while (at < text.length() && "+−".indexOf(text.charAt(at)) >= 0) {
        value = text.charAt(at++) == '+' ? value.plus(product()) : value.minus(product());
      }
      return value;
    }

    private Rational product() {
      Rational value = single();
      while (at < text.length() && "×÷".indexOf(text.charAt(at)) >= 0) {
        value = text.charAt(at++) == '×' ? value.times(single()) : value.dividedBy(single());
      }
      return value;
    }

    private Rational single() {
      if (text.startsWith("max(0;", at)) {
        at += "max(0;".length();
        Rational inner = sum();
        at++;
        return inner.max(Rational.ZERO);
      }
      if (text.charAt(at) == '(') {
        at++;
        boolean negative = text.charAt(at) == '−';
        at += negative ? 1 : 0;
        Rational inner = sum();
        at++;
        return negative ? inner.negate() : inner;
      }
      int start = at;
      while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return Rational.of(new BigDecimal(text.substring(start, at)));
    }
  }
}
