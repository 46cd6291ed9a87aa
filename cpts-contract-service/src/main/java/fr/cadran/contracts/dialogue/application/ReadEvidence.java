package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.FindContract;
import fr.cadran.contracts.dialogue.domain.EvidenceFile;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Reads one file of evidence. */
@ApplicationScoped
public class ReadEvidence {
  private final FindContract findContract;
  private final EvidenceFiles files;

  ReadEvidence(FindContract findContract, EvidenceFiles files) {
    this.findContract = findContract;
    this.files = files;
  }

  /**
   * What the reader makes of the file and its bytes.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public <R> R read(
      Caller caller,
      UUID contract,
      int number,
      String hash,
      BiFunction<EvidenceFile, byte[], R> reader) {
    findContract.find(caller, contract);
    EvidenceFile file = files.find(contract, number, hash).orElseThrow(ProblemException::notFound);
    return reader.apply(
        file, files.content(contract, number, hash).orElseThrow(ProblemException::notFound));
  }
}
