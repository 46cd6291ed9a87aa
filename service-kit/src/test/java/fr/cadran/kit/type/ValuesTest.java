package fr.cadran.kit.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {"930012345", "93 001 234 5", "2A0012345", "2b0012345", "970100012"})
  void a_finess_number_is_read_as_people_write_it(String text) {
    assertThat(Finess.parse(text).value()).hasSize(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "93001234", "9300123456", "A30012345", "2C0012345", "93001234X"})
  void what_is_not_a_finess_number_is_refused_without_echo(String text) {
    assertThatThrownBy(() -> Finess.parse(text))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("FINESS_INVALID");
              if (!text.isEmpty()) {
                assertThat(refusal.getMessage()).doesNotContain(text);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"35600000000048", "356 000 000 09075", "73282932000074"})
  void a_siret_holds_by_luhn_or_by_the_rule_of_la_poste(String text) {
    assertThat(Siret.parse(text).value()).hasSize(14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"35600000009076", "73282932000075", "7328293200007", "73282932O00074"})
  void a_siret_with_a_wrong_sum_or_form_is_refused(String text) {
    assertThatThrownBy(() -> Siret.parse(text)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void the_two_cases_of_la_poste_are_told_apart_as_the_source_says() {
    assertThat(Luhn.holds("35600000000048")).isTrue();
    assertThat(Luhn.holds("35600000009075")).isFalse();
    assertThat("35600000009075".chars().map(c -> c - '0').sum()).isEqualTo(35);
  }

  @ParameterizedTest
  @ValueSource(strings = {"75056", "2A004", "97411"})
  void commune_codes_of_every_kind_are_read(String text) {
    assertThat(new CommuneCode(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7505", "750560", "2C004", "Paris"})
  void what_is_not_a_commune_code_is_refused(String text) {
    assertThatThrownBy(() -> new CommuneCode(text)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void a_quarter_knows_its_days_and_neighbours() {
    Quarter third = Quarter.parse("2013-Q3");
    assertThat(third.firstDay()).isEqualTo(LocalDate.of(2013, 7, 1));
    assertThat(third.lastDay()).isEqualTo(LocalDate.of(2013, 9, 30));
    assertThat(third.next()).hasToString("2013-Q4");
    assertThat(Quarter.parse("2013-Q1").previous()).hasToString("2012-Q4");
    assertThat(third.yearToDate()).extracting(Quarter::number).containsExactly(1, 2, 3);
    assertThat(Quarter.of(LocalDate.of(2012, 2, 29))).hasToString("2012-Q1");
    assertThat(third.isFirstOfYear()).isFalse();
    assertThat(third).isGreaterThan(Quarter.parse("2013-Q2")).isLessThan(Quarter.parse("2014-Q1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2013-Q5", "2013-Q0", "2013Q3", "13-Q3", "1899-Q1", "2013-q3"})
  void what_is_not_a_quarter_is_refused(String text) {
    assertThatThrownBy(() -> Quarter.parse(text)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void euros_keep_their_cents_and_refuse_a_third_decimal() {
    assertThat(Euros.of("1").toString()).isEqualTo("1.00");
    assertThat(Euros.of("1.100").toString()).isEqualTo("1.10");
    assertThat(Euros.of("0.10").plus(Euros.of("0.20"))).isEqualTo(Euros.of("0.30"));
    assertThat(Euros.of("0.10").minus(Euros.of("0.20")).signum()).isNegative();
    assertThatThrownBy(() -> Euros.of("1.005"))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            refusal -> assertThat(refusal.code()).isEqualTo("AMOUNT_HAS_MORE_THAN_TWO_DECIMALS"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400000000", "-1e14", "10000000000000", "1e-400000000"})
  void an_amount_beyond_all_sense_is_refused_at_no_cost(String amount) {
    assertThatThrownBy(() -> Euros.of(amount)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void an_exact_figure_becomes_cents_once_half_up() {
    assertThat(Euros.round(Rational.of(5, 1000))).isEqualTo(Euros.of("0.01"));
    assertThat(Euros.round(Rational.of(-5, 1000))).isEqualTo(Euros.of("-0.01"));
    assertThat(Euros.round(Rational.of(4999, 1000000))).isEqualTo(Euros.ZERO);
    assertThat(Euros.of("12.34").toRational()).isEqualTo(Rational.of(617, 50));
  }

  @Test
  void fractions_are_exact_and_in_lowest_terms() {
    assertThat(Rational.of(210, 1410)).hasToString("7/47");
    assertThat(Rational.parse("7/47")).isEqualTo(Rational.of(-14, -94));
    assertThat(Rational.of(3, -6)).hasToString("-1/2");
    assertThat(Rational.of(4, 2)).hasToString("2");
    assertThat(Rational.of(1, 3).plus(Rational.of(1, 6))).isEqualTo(Rational.of(1, 2));
    assertThat(Rational.of(1, 3).minus(Rational.of(1, 2))).isEqualTo(Rational.of(-1, 6));
    assertThat(Rational.of(2, 3).times(Rational.of(3, 4))).isEqualTo(Rational.of(1, 2));
    assertThat(Rational.of(2, 3).dividedBy(Rational.of(4, 3))).isEqualTo(Rational.of(1, 2));
    assertThat(Rational.of(7, 47).round(4)).isEqualByComparingTo(new BigDecimal("0.1489"));
    assertThat(Rational.of(new BigDecimal("1E+2"))).isEqualTo(Rational.of(100));
    assertThat(Rational.of(1, 3).max(Rational.of(1, 2))).isEqualTo(Rational.of(1, 2));
    assertThat(Rational.of(1, 3).min(Rational.of(1, 2))).isEqualTo(Rational.of(1, 3));
    assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }
}
