package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.FindContract;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads every version of the results that a dialogue froze. */
@ApplicationScoped
public class ReadFrozenResults {
  private final FindContract findContract;
  private final Dialogues dialogues;

  ReadFrozenResults(FindContract findContract, Dialogues dialogues) {
    this.findContract = findContract;
    this.dialogues = dialogues;
  }

  /**
   * Every version, the oldest first.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public List<Dialogues.Frozen> read(Caller caller, UUID contract, int number) {
    findContract.find(caller, contract);
    if (dialogues.find(contract, number).isEmpty()) {
      throw ProblemException.notFound();
    }
    return dialogues.frozen(contract, number);
  }
}
