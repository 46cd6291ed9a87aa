package fr.cadran.centres.centre.application;

import fr.cadran.kit.type.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From which day something may be said to hold: a registry says what is, not what will be. */
final class EffectiveDay {
  private static final String DAY_IN_FUTURE = "DAY_IN_FUTURE";

  private EffectiveDay() {}

  static List<FieldError> errorsOf(@Nullable LocalDate effectiveFrom, LocalDate today) {
    return effectiveFrom != null && effectiveFrom.isAfter(today)
        ? List.of(new FieldError("/effectiveFrom", DAY_IN_FUTURE))
        : List.of();
  }
}
