package fr.cadran.indicators.formula.domain;

import static fr.cadran.indicators.formula.domain.Expression.atLeastZero;
import static fr.cadran.indicators.formula.domain.Expression.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.kit.type.Rational;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  private static final Expression.Variable A = variable("a");
  private static final Expression.Variable B = variable("b");
  private static final Expression.Variable C = variable("c");

  private static Expression.Known known(long value) {
    return variable("x").is(Rational.of(value));
  }

  private static Rational exact(Expression expression) {
    return ((Evaluation.Exact) expression.evaluate()).value();
  }

  @Test
  void the_no_show_rate_prints_substitutes_and_evaluates_from_one_tree() {
    Expression rate = A.minus(B).plus(C).dividedBy(A);
    Map<Expression.Variable, Expression> figures =
        Map.of(A, A.is(Rational.of(1410)), B, B.is(Rational.of(1500)), C, C.is(Rational.of(300)));
    assertThat(rate.text()).isEqualTo("(a − b + c) ÷ a");
    Expression substituted = rate.substitute(figures::get);
    assertThat(substituted.text()).isEqualTo("(1410 − 1500 + 300) ÷ 1410");
    assertThat(substituted.evaluate()).isEqualTo(new Evaluation.Exact(Rational.of(7, 47)));
  }

  @Test
  void parentheses_stand_where_the_meaning_needs_them_and_nowhere_else() {
    assertThat(A.minus(B.plus(C)).text()).isEqualTo("a − (b + c)");
    assertThat(A.minus(B.minus(C)).text()).isEqualTo("a − (b − c)");
    assertThat(A.plus(B.plus(C)).text()).isEqualTo("a + b + c");
    assertThat(A.plus(B.minus(C)).text()).isEqualTo("a + (b − c)");
    assertThat(A.minus(B).minus(C).text()).isEqualTo("a − b − c");
    assertThat(A.dividedBy(B.dividedBy(C)).text()).isEqualTo("a ÷ (b ÷ c)");
    assertThat(A.dividedBy(B).dividedBy(C).text()).isEqualTo("a ÷ b ÷ c");
    assertThat(A.dividedBy(B.times(C)).text()).isEqualTo("a ÷ (b × c)");
    assertThat(A.times(B.times(C)).text()).isEqualTo("a × b × c");
    assertThat(A.times(B.dividedBy(C)).text()).isEqualTo("a × (b ÷ c)");
    assertThat(A.plus(B).times(C).text()).isEqualTo("(a + b) × c");
    assertThat(A.times(B).plus(C).text()).isEqualTo("a × b + c");
    assertThat(A.plus(B.times(C)).text()).isEqualTo("a + b × c");
    assertThat(atLeastZero(A.minus(B)).times(C).text()).isEqualTo("max(0 ; a − b) × c");
  }

  @Test
  void a_sum_that_replaces_an_input_stands_in_parentheses() {
    Expression substituted =
        A.dividedBy(B)
            .substitute(v ->
                v.equals(A)
                    ? A.is(Rational.of(30))
                    : Expression.sum(List.of(B.is(Rational.of(1)), B.is(Rational.of(2)))));
    assertThat(substituted.text()).isEqualTo("30 ÷ (1 + 2)");
    assertThat(exact(substituted)).isEqualTo(Rational.of(10));
  }

  @Test
  void a_zero_divisor_is_named_wherever_it_stands() {
    Expression zero = known(5).minus(known(5));
    Evaluation.ZeroDivisor none = new Evaluation.ZeroDivisor(zero);
    assertThat(known(1).dividedBy(zero).evaluate()).isEqualTo(none);
    assertThat(known(1).dividedBy(zero).plus(known(2)).evaluate()).isEqualTo(none);
    assertThat(known(2).times(known(1).dividedBy(zero)).evaluate()).isEqualTo(none);
    assertThat(atLeastZero(known(1).dividedBy(zero)).evaluate()).isEqualTo(none);
  }

  @Test
  void zero_may_be_divided_and_multiplied() {
    assertThat(exact(known(0).dividedBy(known(7)))).isEqualTo(Rational.ZERO);
    assertThat(exact(known(7).times(known(0)))).isEqualTo(Rational.ZERO);
  }

  @Test
  void at_least_zero_keeps_what_is_above_and_lifts_what_is_below() {
    assertThat(exact(atLeastZero(known(3)))).isEqualTo(Rational.of(3));
    assertThat(exact(atLeastZero(known(3).minus(known(4))))).isEqualTo(Rational.ZERO);
    assertThat(atLeastZero(A).substitute(v -> v.is(Rational.of(2))).text()).isEqualTo("max(0 ; 2)");
  }

  @Test
  void a_formula_without_its_figures_is_not_evaluated() {
    assertThatThrownBy(A.plus(B)::evaluate)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a");
  }

  @Test
  void a_known_figure_stays_when_others_are_substituted() {
    Expression half = known(2).plus(A).substitute(v -> v.is(Rational.of(1)));
    assertThat(half.text()).isEqualTo("2 + 1");
  }

  @Test
  void inputs_are_listed_once_in_reading_order() {
    assertThat(atLeastZero(B.minus(A)).times(B).plus(C.is(Rational.ONE)).variables())
        .containsExactly(B, A, C);
  }

  @Test
  void a_sum_needs_a_term() {
    assertThat(Expression.sum(List.of(A))).isEqualTo(A);
    assertThatThrownBy(() -> Expression.sum(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
