package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.LockContract;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.DialogueEvent;
import fr.cadran.contracts.dialogue.domain.DialogueKind;
import fr.cadran.contracts.dialogue.domain.DialogueTransition;
import fr.cadran.contracts.dialogue.domain.YearResults;
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

/** Enters the results of a contract year: the CPTS does. */
@ApplicationScoped
public class EnterResults {
  private final LockContract lockContract;
  private final Dialogues dialogues;
  private final EvidenceFiles files;
  private final ContractLedger ledger;
  private final Clock clock;

  EnterResults(
      LockContract lockContract,
      Dialogues dialogues,
      EvidenceFiles files,
      ContractLedger ledger,
      Clock clock) {
    this.lockContract = lockContract;
    this.dialogues = dialogues;
    this.files = files;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * The dialogue with the results.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID}, {@code FILE_UNKNOWN} (422),
   *     or what the precondition refuses with
   * @throws RefusedException {@code ILLEGAL_TRANSITION}, {@code NOT_FOR_THIS_PARTY}, {@code
   *     NOT_A_YEARLY_DIALOGUE}
   */
  @Transactional
  public DialogueDeGestion enter(
      Caller caller,
      UUID contract,
      int number,
      ResultsWish wish,
      Precondition<DialogueDeGestion> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LockContract.Locked locked = lockContract.lock(caller, contract);
    DialogueDeGestion before =
        dialogues.find(contract, number).orElseThrow(ProblemException::notFound);
    precondition.check(before);
    if (before.kind() != DialogueKind.YEARLY) {
      throw new RefusedException("NOT_A_YEARLY_DIALOGUE");
    }
    DialogueTransition.of(before.state(), DialogueEvent.ENTER_RESULTS, locked.party());
    CheckEvidence.known(wish, files.hashes(contract, number));
    YearResults results = wish.resolve(ledger.facts(contract), before.requireYear());
    DialogueDeGestion after = before.enter(results, locked.party(), now);
    dialogues.replace(after);
    return after;
  }
}
