package fr.cadran.centres.coordination.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Finess;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTest {
  private static final LocalDate IN_FORCE = LocalDate.of(2010, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2016, 1, 1);

  private static OptionAmount amount(VoletOption volet, String fte, LocalDate from, String euros) {
    return new OptionAmount(volet, new BigDecimal(fte), from, Euros.of(euros), null, "seed 000");
  }

  private static final OptionAmounts AMOUNTS =
      new OptionAmounts(
          List.of(
              amount(VoletOption.MEDICAL, "0", IN_FORCE, "46.00"),
              new OptionAmount(
                  VoletOption.DENTAL, BigDecimal.ZERO, IN_FORCE, null, "TO_VERIFY", "seed 000"),
              amount(VoletOption.NURSING, "0", IN_FORCE, "7622.00"),
              amount(VoletOption.NURSING, "4", IN_FORCE, "12928.00"),
              amount(VoletOption.NURSING, "7", IN_FORCE, "16160.00"),
              amount(VoletOption.NURSING, "10", IN_FORCE, "19391.00")));

  private static Membership membership(
      VoletOption volet, String startedOn, @Nullable String endedOn) {
    return new Membership(
        new UUID(0, 1),
        new Finess("930012345"),
        volet,
        "P7K2-00913",
        "p1",
        LocalDate.parse(startedOn),
        endedOn == null ? null : LocalDate.parse(endedOn),
        1,
        Instant.EPOCH);
  }

  private static List<String> due(Membership membership, String day) {
    return membership.dueBy(LocalDate.parse(day), AMOUNTS).stream()
        .map(half -> half.dueOn() + " " + half.half() + " " + half.amount())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"46.00, 23.00, 23.00", "46.01, 23.01, 23.00", "0.01, 0.01, 0.00", "0.00, 0.00, 0.00"})
  void the_two_halves_make_the_whole(String whole, String first, String second) {
    assertThat(DueHalf.part(Euros.of(whole), 1)).isEqualTo(Euros.of(first));
    assertThat(DueHalf.part(Euros.of(whole), 2)).isEqualTo(Euros.of(second));
  }

  @Test
  void half_is_due_at_membership_and_half_after_one_year_if_it_still_holds() {
    Membership holding = membership(VoletOption.MEDICAL, "2014-03-01", null);
    assertThat(due(holding, "2014-02-28")).isEmpty();
    assertThat(due(holding, "2014-03-01")).containsExactly("2014-03-01 1 23.00");
    assertThat(due(holding, "2015-02-28")).hasSize(1);
    assertThat(due(holding, "2015-03-01"))
        .containsExactly("2014-03-01 1 23.00", "2015-03-01 2 23.00", "2015-03-01 1 23.00");

    Membership leftTheDayBefore = membership(VoletOption.MEDICAL, "2014-03-01", "2015-02-28");
    assertThat(due(leftTheDayBefore, "2016-01-01")).containsExactly("2014-03-01 1 23.00");
    Membership leftThatDay = membership(VoletOption.MEDICAL, "2014-03-01", "2015-03-01");
    assertThat(due(leftThatDay, "2016-01-01")).hasSize(3);
  }

  @Test
  void a_membership_of_29_february_comes_back_to_its_day() {
    Membership leap = membership(VoletOption.MEDICAL, "2012-02-29", null);

    assertThat(leap.renewals(LocalDate.of(2012, 1, 1), LocalDate.of(2017, 1, 1)))
        .containsExactly(
            LocalDate.of(2013, 2, 28),
            LocalDate.of(2014, 2, 28),
            LocalDate.of(2015, 2, 28),
            LocalDate.of(2016, 2, 29));
    assertThat(due(leap, "2013-02-27")).hasSize(1);
    assertThat(due(leap, "2013-02-28")).hasSize(3);
    assertThat(leap.renewals(LocalDate.of(2013, 2, 28), LocalDate.of(2013, 2, 28))).hasSize(1);
    assertThat(
            membership(VoletOption.MEDICAL, "2012-02-29", "2013-02-27")
                .renewals(IN_FORCE, LocalDate.of(2017, 1, 1)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 7622.00",
    "3.99, 7622.00",
    "4, 12928.00",
    "4.00, 12928.00",
    "6.99, 12928.00",
    "7, 16160.00",
    "9.99, 16160.00",
    "10, 19391.00",
    "25, 19391.00",
  })
  void nursing_is_paid_by_bracket_of_fte(String fte, String yearly) {
    assertThat(AMOUNTS.nursing(new BigDecimal(fte), TODAY).orElseThrow().amount())
        .isEqualTo(Euros.of(yearly));
    assertThat(AMOUNTS.nursing(new BigDecimal(fte), IN_FORCE.minusDays(1))).isEmpty();
  }

  @Test
  void a_year_of_nursing_is_half_at_joining_and_half_after_one_year() {
    NursingYear year =
        NursingYear.of(
            Optional.of(new NursingYear.DeclaredFte("2014-Q1", new BigDecimal("3.99"))),
            AMOUNTS,
            TODAY);
    assertThat(year.first()).isEqualTo(Euros.of("3811.00"));
    assertThat(year.second()).isEqualTo(Euros.of("3811.00"));
    assertThat(year.missingReason()).isNull();
    assertThat(NursingYear.of(Optional.empty(), AMOUNTS, TODAY).missingReason())
        .isEqualTo(NursingYear.FTE_NOT_DECLARED);
    assertThat(
            NursingYear.of(
                    Optional.of(new NursingYear.DeclaredFte("2014-Q1", BigDecimal.TEN)),
                    AMOUNTS,
                    IN_FORCE.minusDays(1))
                .missingReason())
        .isEqualTo(DueHalf.NO_AMOUNT_ON_DAY);
  }

  @Test
  void an_amount_that_no_source_says_is_unknown_and_not_zero() {
    assertThat(membership(VoletOption.DENTAL, "2014-03-01", null).dueBy(TODAY, AMOUNTS))
        .isNotEmpty()
        .allMatch(half -> half.amount() == null)
        .allMatch(half -> "TO_VERIFY".equals(half.missingReason()));
    assertThat(membership(VoletOption.MEDICAL, "2009-03-01", "2009-12-31").dueBy(TODAY, AMOUNTS))
        .singleElement()
        .satisfies(half -> assertThat(half.missingReason()).isEqualTo(DueHalf.NO_AMOUNT_ON_DAY));
    assertThatThrownBy(
            () -> new OptionAmount(VoletOption.DENTAL, BigDecimal.ZERO, IN_FORCE, null, null, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void both_halves_of_a_year_are_of_the_amount_with_which_it_began() {
    OptionAmounts raised =
        new OptionAmounts(
            List.of(
                amount(VoletOption.MEDICAL, "0", IN_FORCE, "46.00"),
                amount(VoletOption.MEDICAL, "0", LocalDate.of(2015, 1, 1), "48.00"),
                amount(VoletOption.MEDICAL, "0", LocalDate.of(2015, 1, 1), "50.00")));

    assertThat(
            membership(VoletOption.MEDICAL, "2014-03-01", null)
                .dueBy(LocalDate.of(2015, 3, 1), raised))
        .extracting(half -> String.valueOf(half.amount()))
        .containsExactly("23.00", "23.00", "25.00");
  }

  @Test
  void the_summary_says_what_is_due_by_year_and_half_against_what_was_received() {
    List<DueHalf> due =
        new java.util.ArrayList<>(
            membership(VoletOption.MEDICAL, "2014-03-01", null).dueBy(TODAY, AMOUNTS));
    due.addAll(membership(VoletOption.MEDICAL, "2014-06-01", null).dueBy(TODAY, AMOUNTS));
    due.addAll(membership(VoletOption.DENTAL, "2015-06-01", null).dueBy(TODAY, AMOUNTS));

    OptionSummary summary =
        OptionSummary.of(
            TODAY,
            due,
            Map.of(
                "2014-Q3", new BigDecimal("40.00"),
                "2014-Q4", new BigDecimal("6.00"),
                "2013-Q4", new BigDecimal("1.00")),
            NursingYear.of(Optional.empty(), AMOUNTS, TODAY),
            List.of(),
            List.of());

    assertThat(summary.lines())
        .extracting(line ->
            "%d %s %d: %d × %s = %s"
                .formatted(
                    line.year(),
                    line.volet(),
                    line.half(),
                    line.count(),
                    line.each(),
                    line.amount()))
        .containsExactly(
            "2014 MEDICAL 1: 2 × 23.00 = 46.00",
            "2015 MEDICAL 1: 2 × 23.00 = 46.00",
            "2015 MEDICAL 2: 2 × 23.00 = 46.00",
            "2015 DENTAL 1: 1 × null = null");
    assertThat(summary.years())
        .extracting(year ->
            "%d: %s, %d unknown, %s %s"
                .formatted(
                    year.year(),
                    year.due(),
                    year.linesWithoutAmount(),
                    year.received(),
                    year.missingReason()))
        .containsExactly(
            "2013: 0.00, 0 unknown, 1.00 null",
            "2014: 46.00, 0 unknown, 46.00 null",
            "2015: 92.00, 1 unknown, null NOT_DECLARED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P7K2-00913", "a1b2", "X9-77_b", "0f3e2b8d1a"})
  void an_opaque_reference_is_taken(String reference) {
    assertThat(MembershipRules.isOpaque(reference)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dupont",
        "dupont",
        "Jean Dupont",
        "Jean-Dupont",
        "Martin75",
        "jean_dupont_75",
        "JeanDupont",
        "184127512345678",
        "1841275123456",
        "184122A12345678",
        "1-84-12-75-123-456-78",
        "A19841231",
        "A31121984b",
        "12345",
        "abc",
        "a1",
        "été12345",
        "a123456789012345678901234567890123456789012345"
      })
  void what_may_name_a_person_is_refused(String reference) {
    assertThat(MembershipRules.isOpaque(reference)).isFalse();
  }

  @Test
  void every_wrong_field_is_told_at_once_without_its_value() {
    assertThat(
            MembershipRules.errorsOf(
                VoletOption.NURSING, "Jean Dupont", "Dr Dupont", TODAY.plusDays(1), TODAY))
        .containsExactly(
            new FieldError("/volet", "NURSING_HAS_NO_MEMBERS"),
            new FieldError("/reference", "REFERENCE_NOT_OPAQUE"),
            new FieldError("/coordinatingDoctor", "PRACTITIONER_ID_INVALID"),
            new FieldError("/startedOn", "DAY_IN_FUTURE"));
    assertThat(MembershipRules.errorsOf(null, " ", null, null, TODAY))
        .extracting(FieldError::code)
        .containsOnly("REQUIRED")
        .hasSize(4);
    Membership membership = membership(VoletOption.MEDICAL, "2014-03-01", null);
    assertThat(MembershipRules.errorsOfEnd(membership, LocalDate.of(2014, 2, 28), TODAY))
        .containsExactly(new FieldError("/endedOn", "ENDS_BEFORE_IT_STARTS"));
    assertThat(MembershipRules.errorsOfEnd(membership, null, TODAY))
        .containsExactly(new FieldError("/endedOn", "REQUIRED"));
    assertThat(MembershipRules.errorsOfEnd(membership, TODAY.plusDays(1), TODAY))
        .containsExactly(new FieldError("/endedOn", "DAY_IN_FUTURE"));
  }

  @Test
  void an_amount_has_a_source_and_a_figure_or_a_reason() {
    BigDecimal one = BigDecimal.ONE;
    assertThat(MembershipRules.errorsOfAmount(null, one, null, one, "why", " "))
        .containsExactly(
            new FieldError("/volet", "REQUIRED"),
            new FieldError("/fromFte", "BRACKET_OF_NURSING_ONLY"),
            new FieldError("/validFrom", "REQUIRED"),
            new FieldError("/amount", "AMOUNT_OR_REASON"),
            new FieldError("/source", "REQUIRED"));
    assertThat(
            MembershipRules.errorsOfAmount(
                VoletOption.NURSING, one.negate(), TODAY, one.negate(), null, "x".repeat(251)))
        .containsExactly(
            new FieldError("/fromFte", "NEGATIVE"),
            new FieldError("/amount", "NEGATIVE"),
            new FieldError("/source", "TOO_LONG"));
    assertThat(
            MembershipRules.errorsOfAmount(
                VoletOption.DENTAL, null, TODAY, null, "x".repeat(251), "seed 000"))
        .containsExactly(new FieldError("/missingReason", "TOO_LONG"));
    assertThat(MembershipRules.errorsOfAmount(VoletOption.MEDICAL, null, TODAY, null, null, "s"))
        .containsExactly(new FieldError("/amount", "AMOUNT_OR_REASON"));
    assertThat(MembershipRules.errorsOfAmount(VoletOption.MEDICAL, null, TODAY, one, null, "s"))
        .isEmpty();
  }
}
