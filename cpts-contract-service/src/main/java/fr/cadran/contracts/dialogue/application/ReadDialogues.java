package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.FindContract;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.payment.application.ContractLedger;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the dialogues of a contract. */
@ApplicationScoped
public class ReadDialogues {
  private final FindContract findContract;
  private final Dialogues dialogues;
  private final ContractLedger ledger;
  private final Clock clock;

  ReadDialogues(
      FindContract findContract, Dialogues dialogues, ContractLedger ledger, Clock clock) {
    this.findContract = findContract;
    this.dialogues = dialogues;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * The dialogues of a contract.
   *
   * @param items by number
   * @param facts of the contract, null before its signature, when there is no dialogue either
   * @param today the day
   */
  public record View(
      List<DialogueDeGestion> items, @Nullable ContractFacts facts, LocalDate today) {}

  /**
   * Every dialogue.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public View read(Caller caller, UUID contract) {
    boolean signed = findContract.find(caller, contract).contract().signedOn() != null;
    return new View(
        dialogues.list(contract),
        signed ? ledger.facts(contract) : null,
        FrenchDay.of(clock.instant()));
  }
}
