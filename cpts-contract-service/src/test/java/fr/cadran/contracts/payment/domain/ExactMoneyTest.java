package fr.cadran.contracts.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Single figures of cents, years and months; {@link ExactMoneyPropertyTest} has all the others. */
class ExactMoneyTest {
  @Test
  void a_tie_is_decided_by_the_order_of_declaration() {
    Rational third = Rational.of(100, 3);
    assertThat(CentSplit.split(Euros.of("100.00"), List.of(third, third, third)))
        .containsExactly(Euros.of("33.34"), Euros.of("33.33"), Euros.of("33.33"));
    assertThat(CentSplit.split(Euros.of("0.01"), List.of(Rational.of(1, 300), Rational.of(2, 300))))
        .containsExactly(Euros.ZERO, Euros.of("0.01"));
    assertThat(CentSplit.split(Euros.of("5.00"), List.of())).isEmpty();
  }

  @Test
  void the_anniversary_of_a_leap_day_is_the_28th_where_there_is_no_29th() {
    ContractCalendar calendar = new ContractCalendar(LocalDate.parse("2020-02-29"), 5);
    assertThat(calendar.end(1)).isEqualTo("2021-02-28");
    assertThat(calendar.end(4)).isEqualTo("2024-02-29");
    assertThat(calendar.end(5)).isEqualTo("2025-02-28");
    assertThat(calendar.yearOf(LocalDate.parse("2024-02-28"))).isEqualTo(4);
    assertThat(calendar.yearOf(LocalDate.parse("2024-02-29"))).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-01, 12",
    "2022-03-01, 12",
    "2022-03-02, 12",
    "2022-03-31, 12",
    "2022-04-01, 11",
    "2022-09-01, 6",
    "2022-09-30, 6",
    "2022-10-01, 5",
    "2023-02-01, 1",
    "2023-02-28, 1",
    "2023-03-01, 0",
    "2023-04-01, 0"
  })
  void a_month_that_has_begun_counts_whole(LocalDate from, int months) {
    assertThat(share(LocalDate.parse("2022-03-01"), true).left(from)).isEqualTo(months);
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-28, 0",
    "2022-03-01, 1",
    "2023-02-28, 1",
    "2023-03-01, 2",
    "2027-02-28, 5",
    "2027-03-01, 6",
    "2040-01-01, 6"
  })
  void a_day_is_in_the_contract_year_that_it_begins_or_goes_on_with(LocalDate day, int year) {
    assertThat(new ContractCalendar(LocalDate.parse("2022-03-01"), 5).yearOf(day)).isEqualTo(year);
  }

  @ParameterizedTest
  @EnumSource(PaymentRule.class)
  void every_rule_says_what_it_is_and_where_it_comes_from(PaymentRule rule) {
    assertThat(rule.text()).isNotBlank().endsWith(".");
    assertThat(rule.source()).isNotBlank();
  }

  private static YearShare share(LocalDate signedOn, boolean byMonths) {
    RuleParameters parameters = Tables.parameters();
    return YearShare.of(
        new ContractCalendar(signedOn, 5),
        1,
        byMonths ? parameters.suppose(RuleName.PRORATION, "MONTHS") : parameters);
  }
}
