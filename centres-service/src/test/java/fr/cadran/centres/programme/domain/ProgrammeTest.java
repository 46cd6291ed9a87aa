package fr.cadran.centres.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProgrammeTest {
  private static final Finess ONE = new Finess("930000101");
  private static final Finess TWO = new Finess("930000102");
  private static final Instant NOW = Instant.parse("2014-02-01T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2014, 2, 1);
  private static final LocalDate START = LocalDate.of(2013, 1, 1);
  private static final LocalDate VALIDATED = LocalDate.of(2013, 1, 15);
  private static final LocalDate ACTIVATED = LocalDate.of(2013, 3, 1);
  private static final Overrule OVERRULE = new Overrule(true, "Travaux", NOW, "an-account");

  private static final ProgrammeOutline OUTLINE =
      new ProgrammeOutline(
          "ARS IdF 2013",
          "11",
          List.of(LevierCode.NON_VENUE, LevierCode.CODAGE),
          Quarter.parse("2012-Q4"),
          START,
          LocalDate.of(2015, 12, 31),
          true);

  private static Programme programme() {
    return Programme.create(new UUID(0, 1), OUTLINE, NOW).join(ONE, 1, START, NOW);
  }

  private static RetainedLevier at(LevierStatus status) {
    return new RetainedLevier(
        LevierCode.NON_VENUE,
        status,
        VALIDATED,
        status == LevierStatus.ACTIVATED ? ACTIVATED : null,
        null);
  }

  private static Programme in(LevierStatus status) {
    return status == LevierStatus.NOT_RETAINED
        ? programme()
        : programme().retain(ONE, List.of(at(status)), NOW);
  }

  private static LevierStatus statusOf(Programme programme) {
    return programme
        .of(ONE)
        .orElseThrow()
        .of(LevierCode.NON_VENUE)
        .map(RetainedLevier::status)
        .orElse(LevierStatus.NOT_RETAINED);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_RETAINED, NOT_RETAINED, true",
    "NOT_RETAINED, VALIDATED, true",
    "NOT_RETAINED, ACTIVATED, true",
    "VALIDATED, NOT_RETAINED, true",
    "VALIDATED, VALIDATED, true",
    "VALIDATED, ACTIVATED, true",
    "ACTIVATED, NOT_RETAINED, false",
    "ACTIVATED, VALIDATED, false",
    "ACTIVATED, ACTIVATED, true",
  })
  void a_levier_moves_as_its_table_says(LevierStatus from, LevierStatus to, boolean legal) {
    Programme programme = in(from);
    List<RetainedLevier> wished = to == LevierStatus.NOT_RETAINED ? List.of() : List.of(at(to));

    if (legal) {
      Programme moved = programme.retain(ONE, wished, NOW);
      assertThat(statusOf(moved)).isEqualTo(to);
      assertThat(moved.version()).isEqualTo(programme.version() + 1);
    } else {
      assertThatThrownBy(() -> programme.retain(ONE, wished, NOW))
          .isInstanceOf(IllegalLevierMoveException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(LevierStatus.class)
  void every_status_is_in_the_table(LevierStatus status) {
    assertThat(LevierMove.values()).anyMatch(move -> move.from() == status || move.to() == status);
  }

  @Test
  void activation_in_one_call_passes_through_validation() {
    assertThat(
            LevierMove.between(
                LevierCode.CODAGE, LevierStatus.NOT_RETAINED, LevierStatus.ACTIVATED))
        .containsExactly(LevierMove.VALIDATE, LevierMove.ACTIVATE);
  }

  @Test
  void the_result_of_an_activated_levier_alone_is_overruled() {
    for (LevierStatus status : LevierStatus.values()) {
      Programme programme = in(status);
      if (status == LevierStatus.ACTIVATED) {
        Programme judged = programme.judge(ONE, LevierCode.NON_VENUE, OVERRULE, NOW);
        assertThat(overrule(judged)).isEqualTo(OVERRULE);
        assertThat(overrule(judged.judge(ONE, LevierCode.NON_VENUE, null, NOW))).isNull();
        // Dates corrected afterwards leave the judgement.
        assertThat(overrule(judged.retain(ONE, List.of(at(status)), NOW))).isEqualTo(OVERRULE);
      } else {
        assertThatThrownBy(() -> programme.judge(ONE, LevierCode.NON_VENUE, OVERRULE, NOW))
            .isInstanceOf(IllegalLevierMoveException.class);
      }
      assertThatThrownBy(() -> programme.judge(ONE, LevierCode.NON_VENUE, null, NOW))
          .isInstanceOf(IllegalLevierMoveException.class);
    }
  }

  private static Overrule overrule(Programme programme) {
    return programme.of(ONE).orElseThrow().of(LevierCode.NON_VENUE).orElseThrow().overrule();
  }

  @Test
  void a_number_is_never_given_twice_even_after_a_departure() {
    Programme left = programme().date(ONE, START, LocalDate.of(2013, 6, 30), NOW);

    assertThat(left.hasGiven(1)).isTrue();
    assertThat(left.nextNumber()).isEqualTo(2);
    assertThatThrownBy(() -> left.join(TWO, 1, START, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> left.join(ONE, 2, START, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    Programme joined = left.join(TWO, 28, START, NOW);
    assertThat(joined.nextNumber()).isEqualTo(29);
  }

  @Test
  void every_wrong_field_of_a_programme_is_told_at_once() {
    ProgrammeRules.Outcome<ProgrammeOutline> outcome =
        ProgrammeRules.outline(
            new ProgrammeRules.Wish(
                " ",
                "IdF",
                Arrays.asList(LevierCode.CODAGE, LevierCode.CODAGE, null),
                "2012-4",
                START,
                START.minusDays(1),
                null));

    assertThat(outcome.value()).isEmpty();
    assertThat(outcome.errors())
        .containsExactly(
            new FieldError("/name", "REQUIRED"),
            new FieldError("/region", "REGION_INVALID"),
            new FieldError("/leviers/1", "DUPLICATE_LEVIER"),
            new FieldError("/leviers/2", "REQUIRED"),
            new FieldError("/baselineQuarter", "QUARTER_INVALID"),
            new FieldError("/endsOn", "ENDS_BEFORE_IT_STARTS"));
    assertThat(
            ProgrammeRules.outline(
                    new ProgrammeRules.Wish("x".repeat(121), null, null, null, null, null, null))
                .errors())
        .extracting(FieldError::code)
        .containsExactly("TOO_LONG", "REQUIRED", "REQUIRED", "REQUIRED", "REQUIRED");
  }

  @Test
  void a_revision_keeps_the_region_the_retained_leviers_and_the_cohort() {
    Programme programme = in(LevierStatus.VALIDATED);
    ProgrammeOutline other =
        new ProgrammeOutline(
            "ARS 2014",
            "24",
            List.of(LevierCode.ACHATS),
            Quarter.parse("2013-Q4"),
            START.plusYears(1),
            null,
            false);

    assertThat(ProgrammeRules.errorsOfRevision(programme, other))
        .containsExactly(
            new FieldError("/region", "REGION_IS_FIXED"),
            new FieldError("/leviers", "LEVIER_IN_USE"),
            new FieldError("/startsOn", "PARTICIPATION_LEFT_OUT"));
    assertThat(ProgrammeRules.errorsOfRevision(programme, OUTLINE)).isEmpty();
  }

  @Test
  void a_participation_lies_within_its_programme() {
    LocalDate before = START.minusDays(1);
    LocalDate after = LocalDate.of(2016, 1, 1);

    assertThat(ProgrammeRules.errorsOfParticipation(OUTLINE, before, after, 0L))
        .containsExactly(
            new FieldError("/joinedOn", "OUTSIDE_PROGRAMME"),
            new FieldError("/leftOn", "OUTSIDE_PROGRAMME"),
            new FieldError("/anonymousNumber", "NUMBER_OUT_OF_RANGE"));
    assertThat(ProgrammeRules.errorsOfParticipation(OUTLINE, null, null, null))
        .containsExactly(new FieldError("/joinedOn", "REQUIRED"));
    assertThat(ProgrammeRules.errorsOfParticipation(OUTLINE, ACTIVATED, START, 9999L))
        .containsExactly(new FieldError("/leftOn", "ENDS_BEFORE_IT_STARTS"));
    assertThat(ProgrammeRules.errorsOfParticipation(OUTLINE, START, START, 1L)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "NON_VENUE, VALIDATED, 2013-01-15, -, -, -",
        "NON_VENUE, ACTIVATED, 2013-01-15, 2013-01-15, -, -",
        "NON_VENUE, NOT_RETAINED, -, -, -, -",
        "-, VALIDATED, 2013-01-15, -, levier, REQUIRED",
        "NON_VENUE, -, -, -, status, REQUIRED",
        "ACHATS, VALIDATED, 2013-01-15, -, levier, LEVIER_NOT_FOLLOWED",
        "NON_VENUE, VALIDATED, -, -, validatedOn, REQUIRED",
        "NON_VENUE, VALIDATED, 2014-02-02, -, validatedOn, DAY_IN_FUTURE",
        "NON_VENUE, VALIDATED, 2013-01-15, 2013-03-01, activatedOn, NOT_ACTIVATED",
        "NON_VENUE, ACTIVATED, 2013-01-15, -, activatedOn, REQUIRED",
        "NON_VENUE, ACTIVATED, 2013-01-15, 2014-02-02, activatedOn, DAY_IN_FUTURE",
        "NON_VENUE, ACTIVATED, 2013-01-15, 2013-01-14, activatedOn, ACTIVATED_BEFORE_VALIDATION",
      })
  void a_status_carries_the_days_it_needs(
      LevierCode levier,
      LevierStatus status,
      LocalDate validated,
      LocalDate activated,
      String field,
      String code) {
    List<FieldError> errors =
        ProgrammeRules.leviers(
                OUTLINE,
                List.of(new ProgrammeRules.LevierWish(levier, status, validated, activated)),
                TODAY)
            .errors();

    if (field == null) {
      assertThat(errors).isEmpty();
    } else {
      assertThat(errors).containsExactly(new FieldError("/leviers/0/" + field, code));
    }
  }

  @Test
  void a_levier_is_wished_for_once_and_the_list_is_there() {
    ProgrammeRules.LevierWish wish =
        new ProgrammeRules.LevierWish(LevierCode.CODAGE, LevierStatus.VALIDATED, VALIDATED, null);

    assertThat(ProgrammeRules.leviers(OUTLINE, Arrays.asList(wish, wish, null), TODAY).errors())
        .containsExactly(
            new FieldError("/leviers/1/levier", "DUPLICATE_LEVIER"),
            new FieldError("/leviers/2", "REQUIRED"));
    assertThat(ProgrammeRules.leviers(OUTLINE, null, TODAY).errors())
        .containsExactly(new FieldError("/leviers", "REQUIRED"));
  }

  @Test
  void an_overrule_without_a_reason_is_none() {
    assertThat(ProgrammeRules.errorsOfOverrule(null, " "))
        .containsExactly(
            new FieldError("/positive", "REQUIRED"), new FieldError("/reason", "REQUIRED"));
    assertThat(ProgrammeRules.errorsOfOverrule(true, "x".repeat(1001)))
        .containsExactly(new FieldError("/reason", "TOO_LONG"));
    assertThat(ProgrammeRules.errorsOfOverrule(false, "Travaux")).isEmpty();
  }
}
