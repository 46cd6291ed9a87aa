package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.ContractEvents;
import fr.cadran.contracts.contract.application.Contracts;
import fr.cadran.contracts.contract.application.KeepContract;
import fr.cadran.contracts.contract.application.LockContract;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.contract.domain.Signature;
import fr.cadran.contracts.contract.domain.TermsInForce;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.DialogueKind;
import fr.cadran.contracts.dialogue.domain.DialogueState;
import fr.cadran.contracts.dialogue.domain.MissionAnnex;
import fr.cadran.contracts.dialogue.domain.MissionStartRules;
import fr.cadran.contracts.dialogue.domain.YearIndicators;
import fr.cadran.contracts.payment.application.ContractLedger;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Agrees on the exact text of a dialogue for a party. The third signature starts a mission at once;
 * it makes the results of a year ready to be closed.
 */
@ApplicationScoped
public class SignDialogue {
  private final LockContract lockContract;
  private final KeepContract keepContract;
  private final Contracts contracts;
  private final Dialogues dialogues;
  private final ContractLedger ledger;
  private final ContractEvents events;
  private final Clock clock;

  SignDialogue(
      LockContract lockContract,
      KeepContract keepContract,
      Contracts contracts,
      Dialogues dialogues,
      ContractLedger ledger,
      ContractEvents events,
      Clock clock) {
    this.lockContract = lockContract;
    this.keepContract = keepContract;
    this.contracts = contracts;
    this.dialogues = dialogues;
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The dialogue with the signature.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code VALUES_NOT_ACCEPTED}, {@code
   *     EVIDENCE_MISSING} (409)
   * @throws RefusedException {@code HASH_OUT_OF_DATE}, {@code ALREADY_SIGNED}, {@code
   *     RESULTS_MISSING}, {@code ILLEGAL_TRANSITION}, {@code NOT_FOR_THIS_PARTY}, or why a mission
   *     can no longer start
   */
  @Transactional
  public DialogueDeGestion sign(
      Caller caller,
      UUID contract,
      int number,
      String hash,
      Precondition<DialogueDeGestion> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LockContract.Locked locked = lockContract.lock(caller, contract);
    DialogueDeGestion before =
        dialogues.find(contract, number).orElseThrow(ProblemException::notFound);
    precondition.check(before);
    DialogueDeGestion after =
        before.sign(new Signature(locked.party(), hash, caller.subject(), caller.clientId(), now));
    if (after.kind() == DialogueKind.YEARLY) {
      CheckValues.agreeable(YearIndicators.of(ledger.facts(contract), after.requireYear()), after);
    } else if (after.state() == DialogueState.AGREED) {
      after = after.close(locked.party(), now);
      start(locked, after, now);
    }
    dialogues.replace(after);
    return after;
  }

  private void start(LockContract.Locked locked, DialogueDeGestion dialogue, Instant now) {
    Contract before = locked.contract();
    MissionAnnex annex = dialogue.requireAnnex();
    // A year may have been closed, or an avenant signed, since the annex was proposed.
    ContractFacts facts = ledger.facts(before.id());
    MissionStartRules.check(
        annex, TermsInForce.on(annex.on(), before.terms(), contracts.avenants(before.id())), facts);
    Refusals.refuse(MissionStartRules.errorsOf(annex, facts));
    Contract after = before.startMission(now);
    keepContract.keep(
        before,
        after,
        new KeepContract.Cause(
            ContractEvent.START_MISSION,
            annex.on(),
            locked.party(),
            new DoneBy(locked.caller().subject(), locked.caller().clientId()),
            annex.mission().name()));
    events.missionStarted(
        after,
        annex.mission(),
        annex.on(),
        facts.calendar().yearOf(annex.on()),
        dialogue.hash().orElseThrow(),
        annex.indicators(),
        MissionStartRules.variable(annex, facts));
    ledger.revise(before.id(), latest -> MissionStartRules.started(annex, latest));
  }
}
