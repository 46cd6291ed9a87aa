package fr.cadran.indicators.formula.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NotationTest {
  @Test
  void counts_are_written_plainly() {
    assertThat(Notation.NUMBER.write(Rational.of(1410))).isEqualTo("1410");
    assertThat(Notation.NUMBER.write(Rational.of(100000))).isEqualTo("100000");
    assertThat(Notation.NUMBER.write(Rational.of(1, 2))).isEqualTo("0.5");
    assertThat(Notation.NUMBER.write(Rational.ZERO)).isEqualTo("0");
  }

  @Test
  void amounts_have_their_cents() {
    assertThat(Notation.EUROS.write(Rational.of(100000))).isEqualTo("100000.00");
    assertThat(Notation.EUROS.write(Rational.of(new BigDecimal("37500.5")))).isEqualTo("37500.50");
    assertThat(Notation.EUROS.write(Rational.of(new BigDecimal("0.125")))).isEqualTo("0.125");
  }

  @Test
  void rates_are_written_in_percent() {
    assertThat(Notation.PERCENT.write(Rational.of(9, 10))).isEqualTo("90 %");
    assertThat(Notation.PERCENT.write(Rational.of(new BigDecimal("0.905")))).isEqualTo("90.5 %");
  }

  @Test
  void a_negative_figure_stands_in_parentheses_with_the_sign_of_formulas() {
    assertThat(Notation.NUMBER.write(Rational.of(-90))).isEqualTo("(−90)");
    assertThat(Notation.EUROS.write(Rational.of(-1))).isEqualTo("(−1.00)");
  }

  @Test
  void a_figure_without_an_end_is_written_as_its_fraction() {
    assertThat(Notation.NUMBER.write(Rational.of(1, 3))).isEqualTo("(1/3)");
  }
}
