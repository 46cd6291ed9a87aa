package fr.cadran.indicators.cptsvalue.domain;

import static fr.cadran.indicators.cptsvalue.domain.CptsValues.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CptsValueTest {
  private static final LocalDate DAY = LocalDate.of(2022, 3, 1);

  @Test
  void the_same_amount_written_otherwise_says_the_same() {
    assertThat(value("ACCES_SOINS", "patients", "10.0"))
        .isEqualTo(value("ACCES_SOINS", "patients", "10"));
    assertThat(value("ACCES_SOINS", "patients", "1E+1").value()).isEqualTo(new BigDecimal("10"));
    assertThat(value("ACCES_SOINS", "patients", "0.00").value()).isEqualTo(BigDecimal.ZERO);
    assertThat(value("ACCES_SOINS", "patients", "10.5"))
        .isNotEqualTo(value("ACCES_SOINS", "patients", "10"));
  }

  @Test
  void a_value_and_a_reason_exclude_each_other() {
    CptsValue good = value("ACCES_SOINS", "patients", "10");
    assertThatThrownBy(() -> with(good, good.value(), "NOT_PROVIDED"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(good, null, null)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 365", "1, 0, 1, 365", "1, 1, 0, 365", "1, 1, 1, 0", "1, 1, 1, -1"})
  void a_dialogue_has_numbers_from_1_and_a_year_with_days(
      int number, int year, int version, int days) {
    assertThatThrownBy(() -> dialogue(number, year, version, days))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_dialogue_of_one_day_with_numbers_from_1_is_one() {
    assertThat(dialogue(1, 1, 1, 1).resultsVersion()).isEqualTo(1);
  }

  private static ClosedDialogue dialogue(int number, int year, int version, int days) {
    return new ClosedDialogue(
        new UUID(1, 1),
        new UUID(1, 2),
        number,
        year,
        DAY,
        DAY.plusDays(days),
        version,
        Instant.EPOCH,
        "hash");
  }

  private static CptsValue with(CptsValue good, BigDecimal value, String missingReason) {
    return new CptsValue(
        good.mission(),
        good.indicator(),
        good.label(),
        good.type(),
        good.unit(),
        good.direction(),
        good.baseline(),
        good.target(),
        value,
        missingReason,
        good.achievement(),
        good.paidRate(),
        good.weight(),
        good.amount());
  }
}
