package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.ContractProblem;
import fr.cadran.contracts.dialogue.domain.Evidence;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A hash among the evidence of a value names a file of the dialogue. */
final class CheckEvidence {
  private CheckEvidence() {}

  /**
   * Refuses hashes of files that nobody uploaded to the dialogue.
   *
   * @throws ProblemException {@code FILE_UNKNOWN} (422), with the place of each
   */
  static void known(ResultsWish wish, Set<String> hashes) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < wish.values().size(); i++) {
      List<Evidence> evidence = wish.values().get(i).evidence();
      for (int j = 0; j < evidence.size(); j++) {
        String hash = evidence.get(j).fileHash();
        if (hash != null && !hashes.contains(hash)) {
          faults.add(
              Fault.at(
                  "/values/" + i + "/evidence/" + j + "/fileHash",
                  ContractProblem.FILE_UNKNOWN.name()));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemException.of(ContractProblem.FILE_UNKNOWN, faults);
    }
  }
}
