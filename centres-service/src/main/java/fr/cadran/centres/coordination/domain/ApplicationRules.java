package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes an application, or a parameter of the option, acceptable. */
public final class ApplicationRules {
  public static final String ANSWER_AND_DAY = "ANSWER_AND_DAY";
  public static final String ANSWERED_BEFORE_SENT = "ANSWERED_BEFORE_SENT";
  public static final String BELOW_ONE = "BELOW_ONE";

  private static final int LONGEST_SOURCE = 250;

  private ApplicationRules() {}

  /** What forbids an application. */
  public static List<FieldError> errorsOf(
      @Nullable LocalDate sentOn,
      OptionApplication.@Nullable Answer answer,
      @Nullable LocalDate answeredOn,
      LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    if (sentOn == null) {
      errors.add(new FieldError("/sentOn", MembershipRules.REQUIRED));
    } else if (sentOn.isAfter(today)) {
      errors.add(new FieldError("/sentOn", MembershipRules.DAY_IN_FUTURE));
    }
    if ((answer == null) != (answeredOn == null)) {
      errors.add(new FieldError(answer == null ? "/answer" : "/answeredOn", ANSWER_AND_DAY));
    } else if (answeredOn != null && answeredOn.isAfter(today)) {
      errors.add(new FieldError("/answeredOn", MembershipRules.DAY_IN_FUTURE));
    } else if (answeredOn != null && sentOn != null && answeredOn.isBefore(sentOn)) {
      errors.add(new FieldError("/answeredOn", ANSWERED_BEFORE_SENT));
    }
    return errors;
  }

  /** What forbids a parameter. */
  public static List<FieldError> errorsOfParameter(
      OptionParameter.@Nullable Code code,
      @Nullable LocalDate validFrom,
      @Nullable Integer value,
      @Nullable String source) {
    List<FieldError> errors = new ArrayList<>();
    if (code == null) {
      errors.add(new FieldError("/code", MembershipRules.REQUIRED));
    }
    if (validFrom == null) {
      errors.add(new FieldError("/validFrom", MembershipRules.REQUIRED));
    }
    if (value == null) {
      errors.add(new FieldError("/value", MembershipRules.REQUIRED));
    } else if (value < 1) {
      errors.add(new FieldError("/value", BELOW_ONE));
    }
    if (source == null || source.isBlank()) {
      errors.add(new FieldError("/source", MembershipRules.REQUIRED));
    } else if (source.length() > LONGEST_SOURCE) {
      errors.add(new FieldError("/source", MembershipRules.TOO_LONG));
    }
    return errors;
  }
}
