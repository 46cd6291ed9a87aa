package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes a wish about the option acceptable; every error is told at once, no value ever. */
public final class MembershipRules {
  public static final String REQUIRED = "REQUIRED";
  public static final String REFERENCE_NOT_OPAQUE = "REFERENCE_NOT_OPAQUE";
  public static final String PRACTITIONER_ID_INVALID = "PRACTITIONER_ID_INVALID";
  public static final String NURSING_HAS_NO_MEMBERS = "NURSING_HAS_NO_MEMBERS";
  public static final String DAY_IN_FUTURE = "DAY_IN_FUTURE";
  public static final String ENDS_BEFORE_IT_STARTS = "ENDS_BEFORE_IT_STARTS";
  public static final String NEGATIVE = "NEGATIVE";
  public static final String AMOUNT_OR_REASON = "AMOUNT_OR_REASON";
  public static final String BRACKET_OF_NURSING_ONLY = "BRACKET_OF_NURSING_ONLY";
  public static final String TOO_LONG = "TOO_LONG";

  private static final int LONGEST_SOURCE = 250;

  /** Letters and digits, at least one of each, so that no name is one. */
  private static final Pattern REFERENCE =
      Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{3,39}");

  /** A NIR: sex, year, month, département (Corsica has a letter), commune, order, perhaps a key. */
  private static final Pattern NIR =
      Pattern.compile("[1-478][0-9]{2}[0-9]{2}[0-9][0-9AaBb][0-9]{6}([0-9]{2})?");

  /** A date of birth of eight digits in a row, day or year first. */
  private static final Pattern BIRTH =
      Pattern.compile(
          ".*((19|20)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9]|[0-3][0-9](0[1-9]|1[0-2])(19|20)[0-9]{2}).*");

  /** Two words, or a capital and small letters: a name with a number behind it. */
  private static final Pattern NAME =
      Pattern.compile("[A-Z]?[a-z]{3,}([_-][A-Z]?[a-z]{2,})*[_-]?[0-9]{0,4}");

  private static final Pattern DOCTOR = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  private MembershipRules() {}

  /** Whether a reference says nothing of a person, as far as its form can tell. */
  static boolean isOpaque(String reference) {
    String bare = reference.replace("-", "").replace("_", "");
    return REFERENCE.matcher(reference).matches()
        && !NIR.matcher(bare).matches()
        && !BIRTH.matcher(bare).matches()
        && !NAME.matcher(reference).matches();
  }

  /** What forbids a membership. */
  public static List<FieldError> errorsOf(
      @Nullable VoletOption volet,
      @Nullable String reference,
      @Nullable String doctor,
      @Nullable LocalDate startedOn,
      LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    if (volet == null) {
      errors.add(new FieldError("/volet", REQUIRED));
    } else if (volet == VoletOption.NURSING) {
      errors.add(new FieldError("/volet", NURSING_HAS_NO_MEMBERS));
    }
    if (reference == null || reference.isBlank()) {
      errors.add(new FieldError("/reference", REQUIRED));
    } else if (!isOpaque(reference)) {
      errors.add(new FieldError("/reference", REFERENCE_NOT_OPAQUE));
    }
    if (doctor == null || doctor.isBlank()) {
      errors.add(new FieldError("/coordinatingDoctor", REQUIRED));
    } else if (!DOCTOR.matcher(doctor).matches()) {
      errors.add(new FieldError("/coordinatingDoctor", PRACTITIONER_ID_INVALID));
    }
    checkPast("/startedOn", startedOn, today, errors);
    return errors;
  }

  /** What forbids the end of a membership. */
  public static List<FieldError> errorsOfEnd(
      Membership membership, @Nullable LocalDate endedOn, LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    checkPast("/endedOn", endedOn, today, errors);
    if (endedOn != null && endedOn.isBefore(membership.startedOn())) {
      errors.add(new FieldError("/endedOn", ENDS_BEFORE_IT_STARTS));
    }
    return errors;
  }

  private static void checkPast(
      String pointer, @Nullable LocalDate day, LocalDate today, List<FieldError> errors) {
    if (day == null) {
      errors.add(new FieldError(pointer, REQUIRED));
    } else if (day.isAfter(today)) {
      errors.add(new FieldError(pointer, DAY_IN_FUTURE));
    }
  }

  /** What forbids a row of the reference data. */
  public static List<FieldError> errorsOfAmount(
      @Nullable VoletOption volet,
      @Nullable BigDecimal fromFte,
      @Nullable LocalDate validFrom,
      @Nullable BigDecimal amount,
      @Nullable String missingReason,
      @Nullable String source) {
    List<FieldError> errors = new ArrayList<>();
    if (volet == null) {
      errors.add(new FieldError("/volet", REQUIRED));
    }
    if (fromFte != null && fromFte.signum() < 0) {
      errors.add(new FieldError("/fromFte", NEGATIVE));
    } else if (fromFte != null && fromFte.signum() > 0 && volet != VoletOption.NURSING) {
      errors.add(new FieldError("/fromFte", BRACKET_OF_NURSING_ONLY));
    }
    if (validFrom == null) {
      errors.add(new FieldError("/validFrom", REQUIRED));
    }
    boolean hasReason = missingReason != null && !missingReason.isBlank();
    if ((amount == null) != hasReason) {
      errors.add(new FieldError("/amount", AMOUNT_OR_REASON));
    } else if (amount != null && amount.signum() < 0) {
      errors.add(new FieldError("/amount", NEGATIVE));
    }
    if (missingReason != null && missingReason.length() > LONGEST_SOURCE) {
      errors.add(new FieldError("/missingReason", TOO_LONG));
    }
    if (source == null || source.isBlank()) {
      errors.add(new FieldError("/source", REQUIRED));
    } else if (source.length() > LONGEST_SOURCE) {
      errors.add(new FieldError("/source", TOO_LONG));
    }
    return errors;
  }
}
