package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.application.ContractProblem;
import fr.cadran.contracts.contract.application.LockContract;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.DialogueState;
import fr.cadran.contracts.dialogue.domain.EvidenceFile;
import fr.cadran.contracts.dialogue.domain.EvidenceType;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Adds a file of evidence to a dialogue that is not closed: the CPTS does. */
@ApplicationScoped
public class UploadEvidence {
  private final LockContract lockContract;
  private final Dialogues dialogues;
  private final EvidenceFiles files;
  private final Clock clock;

  UploadEvidence(LockContract lockContract, Dialogues dialogues, EvidenceFiles files, Clock clock) {
    this.lockContract = lockContract;
    this.dialogues = dialogues;
    this.files = files;
    this.clock = clock;
  }

  /**
   * A file of the dialogue.
   *
   * @param file as it was first uploaded
   * @param isNew whether it was not there before
   */
  public record Uploaded(EvidenceFile file, boolean isNew) {}

  /**
   * The file; the same bytes are one file, with the label and type of their first upload.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code BODY_TOO_LARGE} (413), {@code
   *     FILE_IS_NOT_ITS_TYPE} (422)
   * @throws RefusedException {@code NOT_FOR_THIS_PARTY}, {@code ALREADY_CLOSED}
   */
  @Transactional
  public Uploaded upload(
      Caller caller, UUID contract, int number, EvidenceType type, String label, byte[] content) {
    LockContract.Locked locked = lockContract.lock(caller, contract);
    DialogueDeGestion dialogue =
        dialogues.find(contract, number).orElseThrow(ProblemException::notFound);
    if (locked.party() != Party.CPTS) {
      throw new RefusedException("NOT_FOR_THIS_PARTY", locked.party().name());
    }
    if (dialogue.state() == DialogueState.CLOSED) {
      throw new RefusedException("ALREADY_CLOSED");
    }
    if (content.length > EvidenceFile.MOST_BYTES) {
      throw ProblemException.of(KitProblem.BODY_TOO_LARGE);
    }
    if (!type.isShownBy(content)) {
      throw ProblemException.of(ContractProblem.FILE_IS_NOT_ITS_TYPE, type.mediaType());
    }
    String hash = sha256(content);
    Optional<EvidenceFile> before = files.find(contract, number, hash);
    if (before.isPresent()) {
      return new Uploaded(before.get(), false);
    }
    EvidenceFile file =
        new EvidenceFile(
            hash,
            label.strip(),
            type,
            content.length,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    files.add(contract, number, file, content, caller);
    return new Uploaded(file, true);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
