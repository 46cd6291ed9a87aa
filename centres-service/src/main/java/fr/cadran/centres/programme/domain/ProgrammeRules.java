package fr.cadran.centres.programme.domain;

import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes a wish about a programme acceptable; every error is told at once. */
public final class ProgrammeRules {
  public static final String REQUIRED = "REQUIRED";
  public static final String TOO_LONG = "TOO_LONG";
  public static final String REGION_INVALID = "REGION_INVALID";
  public static final String REGION_IS_FIXED = "REGION_IS_FIXED";
  public static final String DUPLICATE_LEVIER = "DUPLICATE_LEVIER";
  public static final String LEVIER_IN_USE = "LEVIER_IN_USE";
  public static final String LEVIER_NOT_FOLLOWED = "LEVIER_NOT_FOLLOWED";
  public static final String ENDS_BEFORE_IT_STARTS = "ENDS_BEFORE_IT_STARTS";
  public static final String OUTSIDE_PROGRAMME = "OUTSIDE_PROGRAMME";
  public static final String PARTICIPATION_LEFT_OUT = "PARTICIPATION_LEFT_OUT";
  public static final String NUMBER_OUT_OF_RANGE = "NUMBER_OUT_OF_RANGE";
  public static final String NOT_ACTIVATED = "NOT_ACTIVATED";
  public static final String ACTIVATED_BEFORE_VALIDATION = "ACTIVATED_BEFORE_VALIDATION";
  public static final String DAY_IN_FUTURE = "DAY_IN_FUTURE";

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_REASON = 1000;
  private static final int HIGHEST_NUMBER = 9999;
  private static final Pattern REGION = Pattern.compile("[0-9]{2}");

  private ProgrammeRules() {}

  /** A programme as it is wished for; see {@link ProgrammeOutline}. */
  public record Wish(
      @Nullable String name,
      @Nullable String region,
      @Nullable List<@Nullable LevierCode> leviers,
      @Nullable String baselineQuarter,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable Boolean fictional) {}

  /** A levier of a centre as it is wished for; see {@link RetainedLevier}. */
  public record LevierWish(
      @Nullable LevierCode levier,
      @Nullable LevierStatus status,
      @Nullable LocalDate validatedOn,
      @Nullable LocalDate activatedOn) {}

  /** What is made of a wish: the value without errors, or errors without the value. */
  public record Outcome<T>(Optional<T> value, List<FieldError> errors) {
    static <T> Outcome<T> of(List<FieldError> errors, java.util.function.Supplier<T> value) {
      return errors.isEmpty()
          ? new Outcome<>(Optional.of(value.get()), List.of())
          : new Outcome<>(Optional.empty(), List.copyOf(errors));
    }
  }

  /** The outline that a wish makes. */
  public static Outcome<ProgrammeOutline> outline(Wish wish) {
    List<FieldError> errors = new ArrayList<>();
    String name = wish.name() == null ? "" : wish.name().strip();
    checkText("/name", name, LONGEST_NAME, errors);
    if (wish.region() == null) {
      errors.add(new FieldError("/region", REQUIRED));
    } else if (!REGION.matcher(wish.region()).matches()) {
      errors.add(new FieldError("/region", REGION_INVALID));
    }
    List<LevierCode> leviers = leviers(wish.leviers(), errors);
    Quarter baseline = quarter(wish.baselineQuarter(), errors);
    if (wish.startsOn() == null) {
      errors.add(new FieldError("/startsOn", REQUIRED));
    } else if (wish.endsOn() != null && wish.endsOn().isBefore(wish.startsOn())) {
      errors.add(new FieldError("/endsOn", ENDS_BEFORE_IT_STARTS));
    }
    return Outcome.of(
        errors,
        () ->
            new ProgrammeOutline(
                name,
                Objects.requireNonNull(wish.region()),
                leviers,
                Objects.requireNonNull(baseline),
                Objects.requireNonNull(wish.startsOn()),
                wish.endsOn(),
                Boolean.TRUE.equals(wish.fictional())));
  }

  private static void checkText(String pointer, String text, int most, List<FieldError> errors) {
    if (text.isEmpty()) {
      errors.add(new FieldError(pointer, REQUIRED));
    } else if (text.length() > most) {
      errors.add(new FieldError(pointer, TOO_LONG));
    }
  }

  private static List<LevierCode> leviers(
      @Nullable List<@Nullable LevierCode> wished, List<FieldError> errors) {
    List<LevierCode> leviers = new ArrayList<>();
    if (wished == null || wished.isEmpty()) {
      errors.add(new FieldError("/leviers", REQUIRED));
      return leviers;
    }
    for (int i = 0; i < wished.size(); i++) {
      LevierCode levier = wished.get(i);
      if (levier == null) {
        errors.add(new FieldError("/leviers/" + i, REQUIRED));
      } else if (leviers.contains(levier)) {
        errors.add(new FieldError("/leviers/" + i, DUPLICATE_LEVIER));
      } else {
        leviers.add(levier);
      }
    }
    return leviers;
  }

  private static @Nullable Quarter quarter(@Nullable String text, List<FieldError> errors) {
    if (text == null) {
      errors.add(new FieldError("/baselineQuarter", REQUIRED));
      return null;
    }
    try {
      return Quarter.parse(text);
    } catch (InvalidValueException invalid) {
      errors.add(new FieldError("/baselineQuarter", invalid.code()));
      return null;
    }
  }

  /** What forbids another outline of a programme that has a cohort. */
  public static List<FieldError> errorsOfRevision(Programme programme, ProgrammeOutline revised) {
    List<FieldError> errors = new ArrayList<>();
    if (!revised.region().equals(programme.outline().region())) {
      errors.add(new FieldError("/region", REGION_IS_FIXED));
    }
    boolean dropsRetained =
        programme.participations().stream()
            .flatMap(one -> one.leviers().stream())
            .anyMatch(retained -> !revised.leviers().contains(retained.levier()));
    if (dropsRetained) {
      errors.add(new FieldError("/leviers", LEVIER_IN_USE));
    }
    boolean leavesOut =
        programme.participations().stream()
            .anyMatch(one ->
                !revised.covers(one.joinedOn())
                    || (one.leftOn() != null && !revised.covers(one.leftOn())));
    if (leavesOut) {
      errors.add(new FieldError("/startsOn", PARTICIPATION_LEFT_OUT));
    }
    return errors;
  }

  /** What forbids these dates of a participation, and this number. */
  public static List<FieldError> errorsOfParticipation(
      ProgrammeOutline outline,
      @Nullable LocalDate joinedOn,
      @Nullable LocalDate leftOn,
      @Nullable Long number) {
    List<FieldError> errors = new ArrayList<>();
    if (joinedOn == null) {
      errors.add(new FieldError("/joinedOn", REQUIRED));
    } else if (!outline.covers(joinedOn)) {
      errors.add(new FieldError("/joinedOn", OUTSIDE_PROGRAMME));
    }
    if (leftOn != null && joinedOn != null && leftOn.isBefore(joinedOn)) {
      errors.add(new FieldError("/leftOn", ENDS_BEFORE_IT_STARTS));
    } else if (leftOn != null && !outline.covers(leftOn)) {
      errors.add(new FieldError("/leftOn", OUTSIDE_PROGRAMME));
    }
    if (number != null && (number < 1 || number > HIGHEST_NUMBER)) {
      errors.add(new FieldError("/anonymousNumber", NUMBER_OUT_OF_RANGE));
    }
    return errors;
  }

  /** The leviers that a list of wishes makes; a wish that is not retained leaves its levier out. */
  public static Outcome<List<RetainedLevier>> leviers(
      ProgrammeOutline outline, @Nullable List<@Nullable LevierWish> wishes, LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    List<RetainedLevier> retained = new ArrayList<>();
    Set<LevierCode> seen = EnumSet.noneOf(LevierCode.class);
    if (wishes == null) {
      errors.add(new FieldError("/leviers", REQUIRED));
      return Outcome.of(errors, List::of);
    }
    for (int i = 0; i < wishes.size(); i++) {
      String at = "/leviers/" + i;
      LevierWish wish = wishes.get(i);
      int before = errors.size();
      if (wish == null) {
        errors.add(new FieldError(at, REQUIRED));
        continue;
      }
      checkLevier(at, wish, outline, seen, errors);
      checkDays(at, wish, today, errors);
      if (errors.size() == before && wish.status() != LevierStatus.NOT_RETAINED) {
        retained.add(
            new RetainedLevier(
                Objects.requireNonNull(wish.levier()),
                Objects.requireNonNull(wish.status()),
                Objects.requireNonNull(wish.validatedOn()),
                wish.activatedOn(),
                null));
      }
    }
    return Outcome.of(errors, () -> List.copyOf(retained));
  }

  private static void checkLevier(
      String at,
      LevierWish wish,
      ProgrammeOutline outline,
      Set<LevierCode> seen,
      List<FieldError> errors) {
    LevierCode levier = wish.levier();
    if (levier == null) {
      errors.add(new FieldError(at + "/levier", REQUIRED));
    } else if (!seen.add(levier)) {
      errors.add(new FieldError(at + "/levier", DUPLICATE_LEVIER));
    } else if (!outline.leviers().contains(levier)) {
      errors.add(new FieldError(at + "/levier", LEVIER_NOT_FOLLOWED));
    }
    if (wish.status() == null) {
      errors.add(new FieldError(at + "/status", REQUIRED));
    }
  }

  private static void checkDays(
      String at, LevierWish wish, LocalDate today, List<FieldError> errors) {
    LocalDate validated = wish.validatedOn();
    LocalDate activated = wish.activatedOn();
    boolean retained = wish.status() != null && wish.status() != LevierStatus.NOT_RETAINED;
    if (retained && validated == null) {
      errors.add(new FieldError(at + "/validatedOn", REQUIRED));
    } else if (validated != null && validated.isAfter(today)) {
      errors.add(new FieldError(at + "/validatedOn", DAY_IN_FUTURE));
    }
    if (wish.status() == LevierStatus.ACTIVATED && activated == null) {
      errors.add(new FieldError(at + "/activatedOn", REQUIRED));
    } else if (wish.status() != LevierStatus.ACTIVATED && activated != null) {
      errors.add(new FieldError(at + "/activatedOn", NOT_ACTIVATED));
    } else if (activated != null && activated.isAfter(today)) {
      errors.add(new FieldError(at + "/activatedOn", DAY_IN_FUTURE));
    } else if (activated != null && validated != null && activated.isBefore(validated)) {
      errors.add(new FieldError(at + "/activatedOn", ACTIVATED_BEFORE_VALIDATION));
    }
  }

  /** What forbids a judgement of the agency. */
  public static List<FieldError> errorsOfOverrule(
      @Nullable Boolean positive, @Nullable String reason) {
    List<FieldError> errors = new ArrayList<>();
    if (positive == null) {
      errors.add(new FieldError("/positive", REQUIRED));
    }
    checkText("/reason", reason == null ? "" : reason.strip(), LONGEST_REASON, errors);
    return errors;
  }
}
