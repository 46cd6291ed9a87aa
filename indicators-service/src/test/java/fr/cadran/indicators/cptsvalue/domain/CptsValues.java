package fr.cadran.indicators.cptsvalue.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Results to test with. */
final class CptsValues {
  private CptsValues() {}

  static CptsValue value(String mission, String indicator, @Nullable String value) {
    return new CptsValue(
        mission,
        indicator,
        "Patients",
        CptsValue.Type.RESULT,
        "patients",
        CptsValue.Direction.RISING,
        null,
        new BigDecimal("15"),
        decimal(value),
        value == null ? "NOT_PROVIDED" : null,
        null,
        null,
        "1",
        null);
  }

  static CptsValue achieved(
      CptsValue.Direction direction,
      @Nullable String baseline,
      @Nullable String target,
      String value,
      @Nullable String achievement) {
    return new CptsValue(
        "ACCES_SOINS",
        "patients",
        "Patients",
        CptsValue.Type.RESULT,
        null,
        direction,
        decimal(baseline),
        decimal(target),
        decimal(value),
        null,
        decimal(achievement),
        null,
        null,
        null);
  }

  static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
