package fr.cadran.contracts.dialogue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.contract.domain.Signature;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.payment.domain.ContractFacts.IndicatorKey;
import fr.cadran.kit.type.Rational;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DialogueDeGestionTest {
  private static final UUID CONTRACT = UUID.fromString("019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90");
  private static final Instant NOW = Instant.parse("2023-03-05T10:00:00Z");
  private static final IndicatorKey A = new IndicatorKey(FundingLine.ACCES_SOINS, "a");
  private static final IndicatorKey B = new IndicatorKey(FundingLine.PARCOURS, "b");

  private static DialogueDeGestion yearly() {
    return DialogueDeGestion.yearly(
        CONTRACT,
        2,
        1,
        new DialogueDeGestion.Due(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 5, 1)),
        NOW);
  }

  private static YearResults results(int a, int b) {
    return new YearResults(List.of(value(B, b), value(A, a)), null);
  }

  private static ResultValue value(IndicatorKey key, int value) {
    return new ResultValue(key, new Result.Measured(Rational.of(value)), List.of());
  }

  private static DialogueDeGestion sign(DialogueDeGestion dialogue, Party party) {
    return dialogue.sign(
        new Signature(party, dialogue.hash().orElseThrow(), "subject", "client", NOW));
  }

  private static DialogueDeGestion agreed(DialogueDeGestion dialogue) {
    return sign(sign(sign(dialogue, Party.CPTS), Party.CPAM), Party.ARS);
  }

  private static Decision decision(IndicatorKey key, Party party, Decision.Verdict verdict) {
    return new Decision(key, party, verdict, "why", NOW);
  }

  @Test
  void the_signature_of_the_cpts_hands_the_values_over_and_the_third_makes_the_accord() {
    DialogueDeGestion entered = yearly().enter(results(1, 2), Party.CPTS, NOW);
    assertThat(entered.state()).isEqualTo(DialogueState.PREPARATION);
    assertCode("NOT_FOR_THIS_PARTY", () -> sign(entered, Party.ARS));
    DialogueDeGestion handed = sign(entered, Party.CPTS);
    assertThat(handed.state()).isEqualTo(DialogueState.REVIEW);
    assertThat(agreed(entered).state()).isEqualTo(DialogueState.AGREED);
  }

  @Test
  void the_text_does_not_depend_on_the_order_of_entry() {
    YearResults one = new YearResults(List.of(value(A, 1), value(B, 2)), null);
    YearResults other = new YearResults(List.of(value(B, 2), value(A, 1)), null);
    assertThat(yearly().enter(one, Party.CPTS, NOW).hash())
        .isEqualTo(yearly().enter(other, Party.CPTS, NOW).hash());
  }

  @Test
  void other_results_void_the_signatures_and_what_was_said_of_changed_values() {
    DialogueDeGestion decided =
        yearly()
            .enter(results(1, 2), Party.CPTS, NOW)
            .submit(Party.CPTS, NOW)
            .decide(decision(A, Party.ARS, Decision.Verdict.ACCEPTED))
            .decide(decision(B, Party.ARS, Decision.Verdict.QUESTIONED));
    DialogueDeGestion changed = agreed(decided).enter(results(1, 3), Party.CPTS, NOW);
    assertThat(changed.state()).isEqualTo(DialogueState.REVIEW);
    assertThat(changed.signatures().all()).isEmpty();
    assertThat(changed.decisions()).extracting(Decision::key).containsExactly(A);
  }

  @Test
  void the_latest_word_of_a_party_counts() {
    DialogueDeGestion decided =
        yearly()
            .enter(results(1, 2), Party.CPTS, NOW)
            .submit(Party.CPTS, NOW)
            .decide(decision(A, Party.ARS, Decision.Verdict.REFUSED))
            .decide(decision(A, Party.CPAM, Decision.Verdict.ACCEPTED))
            .decide(decision(A, Party.ARS, Decision.Verdict.ACCEPTED));
    assertThat(decided.decisions())
        .hasSize(2)
        .allMatch(one -> one.verdict() == Decision.Verdict.ACCEPTED);
    assertCode(
        "NOTHING_TO_DECIDE",
        () ->
            decided.decide(
                decision(
                    new IndicatorKey(FundingLine.QUALITE, "z"),
                    Party.ARS,
                    Decision.Verdict.ACCEPTED)));
  }

  @Test
  void a_closed_year_closes_once_and_is_corrected_by_the_next_version() {
    DialogueDeGestion closed =
        agreed(yearly().enter(results(1, 2), Party.CPTS, NOW)).close(Party.ARS, NOW);
    assertCode("ALREADY_CLOSED", () -> closed.close(Party.ARS, NOW));
    assertCode("ILLEGAL_TRANSITION", () -> closed.enter(results(9, 9), Party.CPTS, NOW));
    DialogueDeGestion corrected =
        closed.correct(
            closed.requireResults().corrected(List.of(value(B, 7)), null), "why", Party.CPAM, NOW);
    assertThat(corrected.resultsVersion()).isEqualTo(2);
    assertThat(corrected.requireResults().values()).containsExactly(value(A, 1), value(B, 7));
    assertThat(corrected.hash()).isNotEqualTo(closed.hash());
    assertThat(agreed(corrected).close(Party.CPTS, NOW).state()).isEqualTo(DialogueState.CLOSED);
  }

  @Test
  void even_a_correction_that_changes_no_value_is_another_text() {
    DialogueDeGestion closed =
        agreed(yearly().enter(results(1, 2), Party.CPTS, NOW)).close(Party.ARS, NOW);
    DialogueDeGestion corrected = closed.correct(closed.requireResults(), "why", Party.CPAM, NOW);
    assertThat(corrected.hash()).isNotEqualTo(closed.hash());
  }

  @Test
  void a_dialogue_is_late_two_months_after_the_anniversary_until_it_is_closed() {
    assertThat(yearly().isLate(LocalDate.of(2023, 5, 1))).isFalse();
    assertThat(yearly().isLate(LocalDate.of(2023, 5, 2))).isTrue();
    DialogueDeGestion closed =
        agreed(yearly().enter(results(1, 2), Party.CPTS, NOW)).close(Party.ARS, NOW);
    assertThat(closed.isLate(LocalDate.of(2024, 1, 1))).isFalse();
  }

  @Test
  void nothing_is_signed_before_there_are_results() {
    assertCode(
        "RESULTS_MISSING",
        () -> yearly().sign(new Signature(Party.CPTS, "0".repeat(64), "subject", "client", NOW)));
  }

  @Test
  void only_a_yearly_dialogue_has_results() {
    MissionAnnex annex =
        new MissionAnnex(FundingLine.QUALITE, LocalDate.of(2022, 9, 1), false, false, List.of());
    DialogueDeGestion start = DialogueDeGestion.missionStart(CONTRACT, 7, annex, Party.ARS, NOW);
    Stream.<Runnable>of(
            () -> start.enter(results(1, 2), Party.CPTS, NOW),
            () -> start.submit(Party.CPTS, NOW),
            () -> start.decide(decision(A, Party.ARS, Decision.Verdict.ACCEPTED)),
            () -> start.correct(results(1, 2), "why", Party.ARS, NOW))
        .forEach(refused -> assertCode("NOT_A_YEARLY_DIALOGUE", refused));
  }

  @Test
  void another_annex_voids_the_signatures() {
    MissionAnnex annex =
        new MissionAnnex(FundingLine.QUALITE, LocalDate.of(2022, 9, 1), false, false, List.of());
    DialogueDeGestion once =
        sign(DialogueDeGestion.missionStart(CONTRACT, 7, annex, Party.ARS, NOW), Party.ARS);
    DialogueDeGestion again =
        once.propose(
            new MissionAnnex(
                FundingLine.QUALITE, LocalDate.of(2022, 10, 1), false, false, List.of()),
            Party.CPTS,
            NOW);
    assertThat(again.signatures().all()).isEmpty();
    assertThat(again.hash()).isNotEqualTo(once.hash());
  }

  private static void assertCode(String code, Runnable refused) {
    assertThatThrownBy(refused::run)
        .isInstanceOfSatisfying(
            RefusedException.class, one -> assertThat(one.code()).isEqualTo(code));
  }
}
