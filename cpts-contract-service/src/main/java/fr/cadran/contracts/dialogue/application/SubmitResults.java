package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.LockContract;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.YearIndicators;
import fr.cadran.contracts.payment.application.ContractLedger;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Hands the results of a year over to the CPAM and the ARS: the CPTS does. */
@ApplicationScoped
public class SubmitResults {
  private final LockContract lockContract;
  private final Dialogues dialogues;
  private final ContractLedger ledger;
  private final Clock clock;

  SubmitResults(
      LockContract lockContract, Dialogues dialogues, ContractLedger ledger, Clock clock) {
    this.lockContract = lockContract;
    this.dialogues = dialogues;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * The dialogue, handed over.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code EVIDENCE_MISSING} (409)
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code NOT_FOR_THIS_PARTY}, {@code
   *     NOT_A_YEARLY_DIALOGUE}
   */
  @Transactional
  public DialogueDeGestion submit(
      Caller caller, UUID contract, int number, Precondition<DialogueDeGestion> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LockContract.Locked locked = lockContract.lock(caller, contract);
    DialogueDeGestion before =
        dialogues.find(contract, number).orElseThrow(ProblemException::notFound);
    precondition.check(before);
    DialogueDeGestion after = before.submit(locked.party(), now);
    CheckValues.evidence(YearIndicators.of(ledger.facts(contract), before.requireYear()), after);
    dialogues.replace(after);
    return after;
  }
}
