package fr.cadran.centres.coordination.domain;

import static org.assertj.core.api.Assertions.assertThat;

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

class CommitmentTest {
  private static final Finess CENTRE = new Finess("930012345");
  private static final LocalDate TODAY = LocalDate.of(2016, 1, 1);
  private static final LocalDate JOINED = LocalDate.of(2014, 3, 17);
  private static final OptionParameters RULES =
      new OptionParameters(
          List.of(
              rule(OptionParameter.Code.DAYS_UNTIL_DEEMED_ACCEPTED, "2003-01-01", 15),
              rule(OptionParameter.Code.FEWEST_FILES_OF_FIRST_BATCH, "2003-01-01", 150)));

  private static OptionParameter rule(OptionParameter.Code code, String from, int value) {
    return new OptionParameter(code, LocalDate.parse(from), value, "seed 000");
  }

  private static OptionApplication sent(
      OptionApplication.@Nullable Answer answer, @Nullable String answeredOn) {
    return new OptionApplication(
        CENTRE,
        VoletOption.MEDICAL,
        LocalDate.of(2014, 3, 1),
        answer,
        answeredOn == null ? null : LocalDate.parse(answeredOn),
        1,
        Instant.EPOCH);
  }

  private static String standing(OptionApplication application, String day) {
    ApplicationStanding standing = application.on(LocalDate.parse(day), RULES);
    return standing.state() + " " + standing.acceptedOn();
  }

  @ParameterizedTest
  @CsvSource({
    "2014-02-28, NOT_SENT null",
    "2014-03-01, PENDING null",
    "2014-03-16, PENDING null",
    "2014-03-17, DEEMED_ACCEPTED 2014-03-17",
    "2020-01-01, DEEMED_ACCEPTED 2014-03-17",
  })
  void without_an_answer_in_fifteen_days_an_application_is_accepted(String day, String expected) {
    assertThat(standing(sent(null, null), day)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, 2014-03-10, 2014-03-09, PENDING null",
    "ACCEPTED, 2014-03-10, 2014-03-10, ACCEPTED 2014-03-10",
    "REFUSED, 2014-03-16, 2014-03-15, PENDING null",
    "REFUSED, 2014-03-16, 2014-03-16, REFUSED null",
    "REFUSED, 2014-03-16, 2015-03-16, REFUSED null",
    "REFUSED, 2014-03-17, 2015-03-16, DEEMED_ACCEPTED 2014-03-17",
    "ACCEPTED, 2014-04-01, 2015-03-16, DEEMED_ACCEPTED 2014-03-17",
  })
  void an_answer_counts_while_it_is_in_time(
      OptionApplication.Answer answer, String answeredOn, String day, String expected) {
    assertThat(standing(sent(answer, answeredOn), day)).isEqualTo(expected);
  }

  @Test
  void without_a_rule_of_the_day_silence_accepts_nothing() {
    OptionParameters later =
        new OptionParameters(
            List.of(rule(OptionParameter.Code.DAYS_UNTIL_DEEMED_ACCEPTED, "2014-03-02", 15)));
    ApplicationStanding silent = sent(null, null).on(TODAY, later);
    assertThat(silent.state()).isEqualTo(ApplicationStanding.State.PENDING);
    assertThat(silent.rule()).isNull();
    assertThat(silent.answerBy()).isNull();
    assertThat(sent(OptionApplication.Answer.ACCEPTED, "2014-12-01").on(TODAY, later).acceptedOn())
        .isEqualTo(LocalDate.of(2014, 12, 1));
  }

  @Test
  void of_two_rules_of_a_day_the_later_known_one_corrects_the_other() {
    OptionParameter.Code code = OptionParameter.Code.DAYS_UNTIL_DEEMED_ACCEPTED;
    OptionParameters known =
        new OptionParameters(
            List.of(
                rule(code, "2010-01-01", 10),
                rule(code, "2010-01-01", 15),
                rule(code, "2015-01-01", 30),
                rule(code, "2009-01-01", 5)));
    assertThat(known.on(code, LocalDate.of(2014, 1, 1)).orElseThrow().value()).isEqualTo(15);
    assertThat(known.on(code, LocalDate.of(2015, 1, 1)).orElseThrow().value()).isEqualTo(30);
    assertThat(known.on(code, LocalDate.of(2008, 12, 31))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 2014-06-30, 150", "2, 2014-06-30, 1", "1, 2002-12-31, 1"})
  void the_first_batch_has_150_files_and_later_ones_any_number(
      int number, LocalDate day, int fewest) {
    assertThat(CoordinationBatch.fewestFiles(number, day, RULES)).isEqualTo(fewest);
  }

  private static CommitmentChecklist delivered(@Nullable String form, @Nullable String report) {
    return CommitmentChecklist.empty(CENTRE, 2014)
        .tell(
            List.of(
                done(Commitment.NURSING_COMMITMENT_FORM, form),
                done(Commitment.NURSING_ACTIVITY_REPORT, report)),
            Instant.EPOCH);
  }

  private static FollowedCommitment done(Commitment commitment, @Nullable String day) {
    return day == null
        ? FollowedCommitment.toDo(commitment)
        : new FollowedCommitment(
            commitment, FollowedCommitment.State.DONE, "armoire", null, LocalDate.parse(day));
  }

  private static List<String> halves(String day, @Nullable String form, @Nullable String report) {
    OptionAmounts amounts =
        new OptionAmounts(
            List.of(
                new OptionAmount(
                    VoletOption.NURSING,
                    BigDecimal.ZERO,
                    LocalDate.of(2014, 1, 1),
                    Euros.of("12928.00"),
                    null,
                    "seed 000")));
    return NursingHalf.until(
            JOINED,
            LocalDate.parse(day),
            start ->
                Optional.of(
                    new NursingYear.DeclaredFte(start.getYear() + "-Q1", BigDecimal.valueOf(4))),
            amounts,
            year ->
                year == 2014 ? delivered(form, report) : CommitmentChecklist.empty(CENTRE, year))
        .stream()
        .map(half ->
            "%s %d %s %s %d %s %s"
                .formatted(
                    half.yearStartsOn(),
                    half.half(),
                    half.state(),
                    half.dueOn(),
                    half.awaited().size(),
                    half.sums().quarter(),
                    half.amount()))
        .toList();
  }

  @Test
  void nursing_is_half_at_joining_and_half_after_a_year_on_delivery_of_two_documents() {
    assertThat(halves("2014-03-16", null, null)).isEmpty();
    assertThat(halves("2015-03-16", "2015-03-01", null))
        .containsExactly(
            "2014-03-17 1 DUE 2014-03-17 0 2014-Q1 6464.00",
            "2014-03-17 2 NOT_YET 2015-03-17 1 2014-Q1 6464.00");
    assertThat(halves("2015-03-17", null, "2015-03-18"))
        .containsExactly(
            "2014-03-17 1 DUE 2014-03-17 0 2014-Q1 6464.00",
            "2014-03-17 2 AWAITS_DOCUMENTS 2015-03-17 2 2014-Q1 6464.00",
            "2015-03-17 1 DUE 2015-03-17 0 2015-Q1 6464.00",
            "2015-03-17 2 NOT_YET 2016-03-17 2 2015-Q1 6464.00");
    assertThat(halves("2015-05-01", "2015-03-10", "2015-04-02").get(1))
        .isEqualTo("2014-03-17 2 DUE 2015-04-02 0 2014-Q1 6464.00");
    assertThat(halves("2015-04-01", "2015-03-10", "2015-04-02").get(1))
        .isEqualTo("2014-03-17 2 AWAITS_DOCUMENTS 2015-03-17 1 2014-Q1 6464.00");
    assertThat(halves("2015-05-01", "2015-01-10", "2015-02-02").get(1))
        .isEqualTo("2014-03-17 2 DUE 2015-03-17 0 2014-Q1 6464.00");
  }

  @Test
  void halves_that_are_due_are_in_the_sums_of_their_year_and_others_are_not() {
    NursingYear sums =
        new NursingYear(
            "2014-Q1", BigDecimal.valueOf(4), null, Euros.of("10.00"), Euros.of("9.00"), null);
    OptionSummary summary =
        OptionSummary.of(
            TODAY,
            List.of(),
            Map.of(),
            sums,
            List.of(
                new NursingHalf(JOINED, 1, NursingHalf.State.DUE, JOINED, List.of(), sums),
                new NursingHalf(
                    JOINED,
                    2,
                    NursingHalf.State.AWAITS_DOCUMENTS,
                    JOINED.plusYears(1),
                    List.of(Commitment.NURSING_ACTIVITY_REPORT),
                    sums)),
            List.of());
    assertThat(summary.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.volet()).isEqualTo(VoletOption.NURSING);
          assertThat(line.amount()).isEqualTo(Euros.of("10.00"));
        });
    assertThat(summary.years())
        .extracting(OptionSummary.Year::due)
        .containsExactly(Euros.of("10.00"));
  }

  @Test
  void a_checklist_has_every_commitment_and_what_is_not_told_is_to_do() {
    CommitmentChecklist checklist = delivered("2015-03-10", null);
    assertThat(checklist.items())
        .extracting(FollowedCommitment::commitment)
        .containsExactly(Commitment.values());
    assertThat(checklist.version()).isEqualTo(1);
    assertThat(checklist.doneOf(VoletOption.NURSING)).isEqualTo(1);
    assertThat(checklist.doneOf(VoletOption.MEDICAL)).isZero();
    assertThat(checklist.of(Commitment.NURSING_COMMITMENT_FORM).doneOn())
        .isEqualTo(LocalDate.of(2015, 3, 10));
    assertThat(checklist.of(Commitment.DENTAL_YEARLY_RECALL).state())
        .isEqualTo(FollowedCommitment.State.TO_DO);
    assertThat(Commitment.of(VoletOption.MEDICAL)).hasSize(8);
    assertThat(Commitment.of(VoletOption.NURSING)).hasSize(12);
    assertThat(Commitment.of(VoletOption.DENTAL)).containsExactly(Commitment.DENTAL_YEARLY_RECALL);
  }

  private static List<FieldError> errors(CommitmentRules.Told... told) {
    return CommitmentRules.errorsOf(List.of(told), TODAY);
  }

  private static CommitmentRules.Told told(
      FollowedCommitment.@Nullable State state,
      @Nullable String reference,
      @Nullable String link,
      @Nullable LocalDate doneOn) {
    return new CommitmentRules.Told(Commitment.NURSING_PLANNING, state, reference, link, doneOn);
  }

  @Test
  void every_wrong_field_of_a_checklist_is_told_at_once() {
    FollowedCommitment.State done = FollowedCommitment.State.DONE;
    assertThat(
            errors(
                told(done, " ", null, null),
                new CommitmentRules.Told(Commitment.NURSING_PLANNING, null, null, null, TODAY),
                new CommitmentRules.Told(null, done, "x", "ftp://a.b/c", TODAY.plusDays(1))))
        .containsExactly(
            new FieldError("/items/0/reference", "EVIDENCE_REQUIRED"),
            new FieldError("/items/0/doneOn", "REQUIRED"),
            new FieldError("/items/1/commitment", "COMMITMENT_TWICE"),
            new FieldError("/items/1/state", "REQUIRED"),
            new FieldError("/items/1/doneOn", "DAY_OF_DONE_ONLY"),
            new FieldError("/items/2/commitment", "REQUIRED"),
            new FieldError("/items/2/link", "LINK_INVALID"),
            new FieldError("/items/2/doneOn", "DAY_IN_FUTURE"));
    assertThat(errors(told(done, "x".repeat(251), "https://a.b/" + "c".repeat(500), TODAY)))
        .containsExactly(
            new FieldError("/items/0/reference", "TOO_LONG"),
            new FieldError("/items/0/link", "TOO_LONG"));
    assertThat(errors(told(done, null, "https://documents.example.org/2014", TODAY))).isEmpty();
    assertThat(errors(told(FollowedCommitment.State.UNDER_WAY, null, " ", null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Compte rendu 2014-03, armoire qualité",
        "Rapport d'activité 2014, envoyé le 10/03/2015, recommandé 1A 234 567 8901 2",
        "Dossier patient informatisé, charte v2",
        "FINESS 930012345, 3 réunions de 10 m. carrés"
      })
  void evidence_may_say_where_a_document_is(String reference) {
    assertThat(CommitmentRules.namesAPerson(reference)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dossier de Mme Durand",
        "certificat de M. Durand",
        "durand@example.org",
        "1 84 12 75 123 456 78",
        "184127512345678",
        "rappelée au 06 12 34 56 78",
        "patiente née le 3 mai"
      })
  void evidence_about_a_person_is_refused(String reference) {
    assertThat(CommitmentRules.namesAPerson(reference)).isTrue();
    assertThat(errors(told(FollowedCommitment.State.DONE, reference, null, TODAY)))
        .containsExactly(new FieldError("/items/0/reference", "EVIDENCE_NAMES_A_PERSON"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://a.b/c", "https:///c", "a b", "https://jean:secret@a.b/c", "/docs/1"})
  void a_link_is_a_whole_address_without_a_name_in_it(String link) {
    assertThat(CommitmentRules.isAddress(link)).isFalse();
  }

  @Test
  void an_application_and_a_parameter_tell_every_wrong_field() {
    assertThat(ApplicationRules.errorsOf(null, OptionApplication.Answer.ACCEPTED, null, TODAY))
        .containsExactly(
            new FieldError("/sentOn", "REQUIRED"), new FieldError("/answeredOn", "ANSWER_AND_DAY"));
    assertThat(ApplicationRules.errorsOf(TODAY.plusDays(1), null, TODAY, TODAY))
        .containsExactly(
            new FieldError("/sentOn", "DAY_IN_FUTURE"),
            new FieldError("/answer", "ANSWER_AND_DAY"));
    assertThat(
            ApplicationRules.errorsOf(
                TODAY, OptionApplication.Answer.REFUSED, TODAY.minusDays(1), TODAY))
        .containsExactly(new FieldError("/answeredOn", "ANSWERED_BEFORE_SENT"));
    assertThat(
            ApplicationRules.errorsOf(
                TODAY, OptionApplication.Answer.REFUSED, TODAY.plusDays(1), TODAY))
        .containsExactly(new FieldError("/answeredOn", "DAY_IN_FUTURE"));
    assertThat(ApplicationRules.errorsOf(TODAY, OptionApplication.Answer.REFUSED, TODAY, TODAY))
        .isEmpty();
    assertThat(ApplicationRules.errorsOfParameter(null, null, null, " "))
        .extracting(FieldError::code)
        .containsExactly("REQUIRED", "REQUIRED", "REQUIRED", "REQUIRED");
    assertThat(
            ApplicationRules.errorsOfParameter(
                OptionParameter.Code.DAYS_UNTIL_DEEMED_ACCEPTED, TODAY, 0, "x".repeat(251)))
        .containsExactly(
            new FieldError("/value", "BELOW_ONE"), new FieldError("/source", "TOO_LONG"));
  }

  private static Membership member(String startedOn, @Nullable String endedOn) {
    return new Membership(
        new UUID(0, 1),
        CENTRE,
        VoletOption.MEDICAL,
        "P7K2-00913",
        "p1",
        LocalDate.parse(startedOn),
        endedOn == null ? null : LocalDate.parse(endedOn),
        1,
        Instant.EPOCH);
  }

  @Test
  void the_yearly_figures_count_who_came_stayed_and_left() {
    List<Membership> members =
        List.of(
            member("2013-06-01", null),
            member("2013-06-01", "2014-05-31"),
            member("2014-12-31", null),
            member("2015-02-01", "2015-12-31"),
            member("2015-08-01", null));
    assertThat(OptionActivity.of(members, LocalDate.of(2015, 7, 1)))
        .extracting(year ->
            "%d %s +%d =%d -%d %d"
                .formatted(
                    year.year(),
                    year.volet(),
                    year.joined(),
                    year.renewed(),
                    year.ended(),
                    year.members()))
        .containsExactly(
            "2013 MEDICAL +2 =0 -0 2", "2014 MEDICAL +1 =1 -1 2", "2015 MEDICAL +1 =1 -0 3");
    assertThat(OptionActivity.of(members, LocalDate.of(2013, 5, 31))).isEmpty();
  }
}
