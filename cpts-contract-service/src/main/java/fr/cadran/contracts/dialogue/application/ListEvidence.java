package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.FindContract;
import fr.cadran.contracts.dialogue.domain.EvidenceFile;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Lists the files of evidence of a dialogue. */
@ApplicationScoped
public class ListEvidence {
  private final FindContract findContract;
  private final Dialogues dialogues;
  private final EvidenceFiles files;

  ListEvidence(FindContract findContract, Dialogues dialogues, EvidenceFiles files) {
    this.findContract = findContract;
    this.dialogues = dialogues;
    this.files = files;
  }

  /**
   * Every file, the oldest first.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public List<EvidenceFile> list(Caller caller, UUID contract, int number) {
    findContract.find(caller, contract);
    if (dialogues.find(contract, number).isEmpty()) {
      throw ProblemException.notFound();
    }
    return files.list(contract, number);
  }
}
