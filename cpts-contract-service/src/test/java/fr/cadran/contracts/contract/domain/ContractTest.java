package fr.cadran.contracts.contract.domain;

import static fr.cadran.contracts.contract.domain.Sample.DAY;
import static fr.cadran.contracts.contract.domain.Sample.NOW;
import static fr.cadran.contracts.contract.domain.Sample.draft;
import static fr.cadran.contracts.contract.domain.Sample.notified;
import static fr.cadran.contracts.contract.domain.Sample.sign;
import static fr.cadran.contracts.contract.domain.Sample.signature;
import static fr.cadran.contracts.contract.domain.Sample.signed;
import static fr.cadran.contracts.contract.domain.Sample.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContractTest {
  @Test
  void the_first_signature_opens_the_negotiation_and_the_third_makes_the_contract() {
    Contract one = sign(draft(), Party.ARS);
    assertThat(one.state()).isEqualTo(ContractState.NEGOTIATION);
    Contract two = sign(one, Party.CPTS);
    assertThat(two.state()).isEqualTo(ContractState.NEGOTIATION);
    assertThat(two.signedOn()).isNull();
    Contract three = sign(two, Party.CPAM);
    assertThat(three.state()).isEqualTo(ContractState.SIGNED);
    assertThat(three.signedOn()).isEqualTo(DAY);
  }

  @Test
  void a_contract_without_a_day_begins_on_that_of_the_third_signature() {
    Contract contract = Contract.draft(Sample.ID, Sample.CPTS, "931", terms(2, null), NOW);
    LocalDate today = LocalDate.of(2024, 2, 29);
    for (Party party : Party.values()) {
      contract = contract.sign(signature(party, contract.hash()), today);
    }
    assertThat(contract.signedOn()).isEqualTo(today);
  }

  @Test
  void a_party_signs_once_and_only_the_latest_text() {
    Contract once = sign(draft(), Party.ARS);
    assertCode("ALREADY_SIGNED", () -> sign(once, Party.ARS));
    String old = once.hash();
    Contract offered = once.offer(terms(3, DAY), NOW);
    assertCode("HASH_OUT_OF_DATE", () -> offered.sign(signature(Party.CPTS, old), DAY));
    assertCode("ALREADY_SIGNED", () -> sign(signed(), Party.ARS));
  }

  @Test
  void another_offer_voids_the_signatures() {
    Contract two = sign(sign(draft(), Party.ARS), Party.CPTS);
    Contract offered = two.offer(terms(3, DAY), NOW);
    assertThat(offered.signatures().all()).isEmpty();
    assertThat(offered.round()).isEqualTo(2);
    assertThat(sign(offered, Party.CPAM).state()).isEqualTo(ContractState.NEGOTIATION);
  }

  @Test
  void a_termination_takes_effect_two_months_after_the_letter_was_received() {
    Contract contract = notified(signed());
    LocalDate term = DAY.plusYears(5);
    LocalDate effect = LocalDate.of(2022, 5, 11);
    assertThat(contract.elapse(term, effect.minusDays(1), NOW)).isSameAs(contract);
    Contract over = contract.elapse(term, effect, NOW);
    assertThat(over.state()).isEqualTo(ContractState.TERMINATED);
    assertThat(over.endedOn()).isEqualTo(effect);
  }

  @Test
  void the_commission_suspends_then_upholds_or_lifts() {
    LocalDate asked = LocalDate.of(2022, 5, 1);
    Contract suspended = notified(signed().startMission(NOW)).refer(asked, NOW);
    assertThat(suspended.elapse(DAY.plusYears(5), DAY.plusYears(1), NOW)).isSameAs(suspended);

    LocalDate said = LocalDate.of(2022, 9, 30);
    Contract upheld = suspended.hear(opinion(TerminationNotice.Verdict.UPHELD, said), NOW);
    assertThat(upheld.termination()).isNotNull();
    assertThat(upheld.elapse(DAY.plusYears(5), said, NOW).endedOn()).isEqualTo(said);
    assertCode("REFERRED_BEFORE", () -> upheld.refer(asked, NOW));

    Contract early =
        suspended.hear(opinion(TerminationNotice.Verdict.UPHELD, LocalDate.of(2022, 5, 2)), NOW);
    assertThat(early.elapse(DAY.plusYears(5), said, NOW).endedOn())
        .isEqualTo(LocalDate.of(2022, 5, 11));

    Contract lifted = suspended.hear(opinion(TerminationNotice.Verdict.LIFTED, said), NOW);
    assertThat(lifted.state()).isEqualTo(ContractState.ACTIVE);
    assertThat(lifted.termination()).isNull();
    assertThat(
            notified(signed())
                .refer(asked, NOW)
                .hear(opinion(TerminationNotice.Verdict.LIFTED, said), NOW)
                .state())
        .isEqualTo(ContractState.SIGNED);
  }

  @Test
  void what_comes_too_late_or_too_early_is_refused() {
    assertCode("REFERRAL_TOO_LATE", () -> notified(signed()).refer(LocalDate.of(2022, 5, 11), NOW));
    assertCode(
        "LETTER_IN_FUTURE",
        () -> signed().notifyTermination(Party.ARS, DAY.plusDays(2), "why", 2, DAY, NOW));
    assertCode(
        "LETTER_BEFORE_SIGNATURE",
        () -> signed().notifyTermination(Party.ARS, DAY.minusDays(1), "why", 2, DAY, NOW));
    Contract suspended = notified(signed()).refer(LocalDate.of(2022, 5, 1), NOW);
    assertCode(
        "OPINION_BEFORE_REFERRAL",
        () ->
            suspended.hear(
                opinion(TerminationNotice.Verdict.UPHELD, LocalDate.of(2022, 4, 30)), NOW));
  }

  @Test
  void a_termination_after_the_term_gives_way_to_the_term() {
    LocalDate term = DAY.plusYears(5);
    Contract late = signed().notifyTermination(Party.CPAM, term.minusDays(1), "why", 2, term, NOW);
    Contract ended = late.elapse(term, term, NOW);
    assertThat(ended.state()).isEqualTo(ContractState.ENDED);
    assertThat(ended.endedOn()).isEqualTo(term);
    assertThat(signed().elapse(term, term.minusDays(1), NOW).state())
        .isEqualTo(ContractState.SIGNED);
  }

  private static TerminationNotice.Opinion opinion(
      TerminationNotice.Verdict verdict, LocalDate on) {
    return new TerminationNotice.Opinion(TerminationNotice.Body.CPL, verdict, on);
  }

  private static void assertCode(String code, Runnable refused) {
    assertThatThrownBy(refused::run)
        .isInstanceOfSatisfying(
            RefusedException.class, one -> assertThat(one.code()).isEqualTo(code));
  }
}
