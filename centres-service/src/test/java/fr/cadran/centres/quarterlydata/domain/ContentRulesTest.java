package fr.cadran.centres.quarterlydata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningSlot;
import fr.cadran.kit.type.FieldError;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentRulesTest {
  private static final Set<String> KNOWN = Set.of("DENTAIRE", "MEDECINE_GENERALE");

  static Stream<Arguments> impossible() {
    return Stream.of(
        Arguments.of(Contents.passages(-1), "/patients/passages", "NEGATIVE"),
        Arguments.of(Contents.passages(1_000_000_000_000L), "/patients/passages", "TOO_LARGE"),
        Arguments.of(Contents.answerRate("1.2"), "/patients/answerRate", "RATE_OUT_OF_RANGE"),
        Arguments.of(Contents.answerRate("-0.1"), "/patients/answerRate", "RATE_OUT_OF_RANGE"),
        Arguments.of(
            Contents.answerRate("1e999999999"), "/patients/answerRate", "RATE_OUT_OF_RANGE"),
        Arguments.of(
            Contents.answerRate("0.12345678901"), "/patients/answerRate", "TOO_MANY_DECIMALS"),
        Arguments.of(
            Contents.activity(Contents.row("DENTAIRE", 1L, "12.345")),
            "/activity/0/revenue",
            "AMOUNT_HAS_MORE_THAN_TWO_DECIMALS"),
        Arguments.of(
            Contents.activity(Contents.row("DENTAIRE", 1L, "-0.01")),
            "/activity/0/revenue",
            "NEGATIVE"),
        Arguments.of(
            Contents.activity(Contents.row("DENTAIRE", 1L, "1e999999999")),
            "/activity/0/revenue",
            "TOO_LARGE"),
        Arguments.of(
            Contents.activity(Contents.row("DENTAIRE", 1L, "1e-999999999")),
            "/activity/0/revenue",
            "AMOUNT_HAS_MORE_THAN_TWO_DECIMALS"),
        Arguments.of(
            Contents.activity(Contents.row("ASTROLOGIE", 1L, "1")),
            "/activity/0/specialty",
            "UNKNOWN_SPECIALTY"),
        Arguments.of(
            Contents.activity(Contents.row(null, 1L, "1")), "/activity/0/specialty", "REQUIRED"),
        Arguments.of(
            Contents.activity(Contents.row("DENTAIRE", 1L, "1"), Contents.row("DENTAIRE", 2L, "1")),
            "/activity/1/specialty",
            "DUPLICATE_SPECIALTY"),
        Arguments.of(
            Contents.activity(Contents.vacation("Dr Martin", "1")),
            "/activity/0/vacations/0/practitioner",
            "PRACTITIONER_ID_INVALID"),
        Arguments.of(
            Contents.activity(Contents.vacation("p1", "1.005")),
            "/activity/0/vacations/0/perWeek",
            "TOO_MANY_DECIMALS"),
        Arguments.of(
            Contents.chairHours("1.005", null),
            "/serviceData/chairHoursOccupied",
            "TOO_MANY_DECIMALS"),
        Arguments.of(Contents.imaging(-1L, null), "/serviceData/imagingPrescriptions", "NEGATIVE"),
        Arguments.of(
            Contents.practitioners(Contents.practitioner("Dr Martin", 1L)),
            "/serviceData/practitioners/0/practitioner",
            "PRACTITIONER_ID_INVALID"),
        Arguments.of(
            Contents.practitioners(Contents.practitioner(null, 1L)),
            "/serviceData/practitioners/0/practitioner",
            "REQUIRED"),
        Arguments.of(
            Contents.practitioners(
                Contents.practitioner("p1", 1L), Contents.practitioner("p1", null)),
            "/serviceData/practitioners/1/practitioner",
            "DUPLICATE_PRACTITIONER"),
        Arguments.of(
            Contents.practitioners(Contents.practitioner("p1", -1L)),
            "/serviceData/practitioners/0/acts",
            "NEGATIVE"),
        Arguments.of(
            Contents.practitioners(
                Collections.nCopies(201, Contents.practitioner("p1", 1L))
                    .toArray(QuarterlyContent.PractitionerActivity[]::new)),
            "/serviceData/practitioners",
            "TOO_MANY_ROWS"),
        Arguments.of(Contents.unpaid("-5"), "/finance/unpaidOrganisations", "NEGATIVE"),
        Arguments.of(
            Contents.nonMedicalPayroll("-5"), "/humanResources/nonMedicalPayroll", "NEGATIVE"),
        Arguments.of(
            Contents.monday(new OpeningSlot("12:00", "08:30"), null),
            "/openingHours/monday/morning/end",
            "CLOSES_BEFORE_OPENING"),
        Arguments.of(
            Contents.monday(null, new OpeningSlot("14:00", "00:00")),
            "/openingHours/monday/afternoon/end",
            "CLOSES_BEFORE_OPENING"),
        Arguments.of(
            Contents.monday(new OpeningSlot("08:30", null), null),
            "/openingHours/monday/morning/end",
            "OPENING_HOURS_INCOMPLETE"),
        Arguments.of(
            Contents.monday(new OpeningSlot("8h30", "12:00"), null),
            "/openingHours/monday/morning/start",
            "TIME_INVALID"));
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("impossible")
  void a_field_that_cannot_be_is_pointed_at(QuarterlyContent content, String pointer, String code) {
    assertThat(ContentRules.errorsOf(content, KNOWN))
        .containsExactly(new FieldError(pointer, code));
  }

  static Stream<QuarterlyContent> possible() {
    return Stream.of(
        QuarterlyContent.EMPTY,
        Contents.passages(0),
        Contents.answerRate("1"),
        Contents.answerRate("0"),
        Contents.activity(Contents.row("DENTAIRE", null, "12.340")),
        Contents.activity(Contents.row("DENTAIRE", null, "1e3")),
        Contents.activity(Contents.vacation("p_1-a", "5.5")),
        Contents.revenue("-120.50", null),
        Contents.practitioners(Contents.practitioner("p_1-a", null)),
        Contents.chairHours("0", "960.25"),
        Contents.monday(new OpeningSlot("00:00", "00:00"), new OpeningSlot("13:30", "18:00")));
  }

  @ParameterizedTest
  @MethodSource("possible")
  void what_can_be_is_accepted(QuarterlyContent content) {
    assertThat(ContentRules.errorsOf(content, KNOWN)).isEmpty();
  }

  @Test
  void all_errors_are_told_at_once() {
    QuarterlyContent content =
        Contents.activity(
            Contents.row("ASTROLOGIE", -1L, "0.001"), Contents.row("DENTAIRE", 3L, "-1"));

    assertThat(ContentRules.errorsOf(content, KNOWN))
        .extracting(FieldError::pointer)
        .containsExactlyInAnyOrder(
            "/activity/0/specialty",
            "/activity/0/acts",
            "/activity/0/revenue",
            "/activity/1/revenue");
  }

  @Test
  void rows_that_are_null_are_pointed_at() {
    QuarterlyContent content =
        new QuarterlyContent(
            null,
            null,
            null,
            Arrays.asList(null, Contents.row("DENTAIRE", 1L, "1")),
            null,
            null,
            null);

    assertThat(ContentRules.errorsOf(content, KNOWN))
        .containsExactly(new FieldError("/activity/0", "REQUIRED"));
  }

  @Test
  void more_rows_than_specialties_can_exist_are_refused_as_one() {
    QuarterlyContent content =
        new QuarterlyContent(
            null,
            null,
            null,
            Collections.nCopies(201, Contents.row("DENTAIRE", null, null)),
            null,
            null,
            null);

    assertThat(ContentRules.errorsOf(content, KNOWN))
        .isEqualTo(List.of(new FieldError("/activity", "TOO_MANY_ROWS")));
  }
}
