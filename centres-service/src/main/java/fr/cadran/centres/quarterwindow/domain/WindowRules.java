package fr.cadran.centres.quarterwindow.domain;

import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Quarter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the dates of a quarter must satisfy. */
public final class WindowRules {
  public static final String REQUIRED = "REQUIRED";

  /** A quarter cannot be submitted before it begins. */
  public static final String OPENS_BEFORE_THE_QUARTER = "OPENS_BEFORE_THE_QUARTER";

  /** Data are not due before they can be submitted, nor after the quarter closes. */
  public static final String DATES_OUT_OF_ORDER = "DATES_OUT_OF_ORDER";

  /** An exception says why it is one. */
  public static final String REASON_MISSING = "REASON_MISSING";

  private WindowRules() {}

  /** What is wrong with the dates of a quarter, nothing when they may be set. */
  public static List<FieldError> errorsOf(Quarter quarter, QuarterDates dates) {
    List<FieldError> errors = new ArrayList<>();
    LocalDate opensOn = dates.opensOn();
    if (opensOn == null) {
      errors.add(new FieldError("/opensOn", REQUIRED));
    } else if (opensOn.isBefore(quarter.firstDay())) {
      errors.add(new FieldError("/opensOn", OPENS_BEFORE_THE_QUARTER));
    }
    if (dates.dueOn() == null) {
      errors.add(new FieldError("/dueOn", REQUIRED));
    }
    errors.addAll(order(opensOn, dates.dueOn(), dates.closesOn()));
    return List.copyOf(errors);
  }

  /** What is wrong with other dates for one centre, nothing when they may be set. */
  public static List<FieldError> errorsOf(
      QuarterWindow usual,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate closesOn,
      @Nullable String reason) {
    List<FieldError> errors = new ArrayList<>();
    if (dueOn == null) {
      errors.add(new FieldError("/dueOn", REQUIRED));
    }
    if (reason == null || reason.isBlank()) {
      errors.add(new FieldError("/reason", REASON_MISSING));
    }
    errors.addAll(order(usual.opensOn(), dueOn, closesOn));
    return List.copyOf(errors);
  }

  private static List<FieldError> order(
      @Nullable LocalDate opensOn, @Nullable LocalDate dueOn, @Nullable LocalDate closesOn) {
    List<FieldError> errors = new ArrayList<>();
    if (opensOn != null && dueOn != null && dueOn.isBefore(opensOn)) {
      errors.add(new FieldError("/dueOn", DATES_OUT_OF_ORDER));
    }
    if (dueOn != null && closesOn != null && closesOn.isBefore(dueOn)) {
      errors.add(new FieldError("/closesOn", DATES_OUT_OF_ORDER));
    }
    return errors;
  }
}
