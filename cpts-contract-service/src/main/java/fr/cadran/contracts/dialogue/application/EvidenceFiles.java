package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.dialogue.domain.EvidenceFile;
import fr.cadran.kit.access.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port: the files of evidence of dialogues; append-only. */
public interface EvidenceFiles {
  Optional<EvidenceFile> find(UUID contract, int number, String hash);

  /** Every file of a dialogue, the oldest first. */
  List<EvidenceFile> list(UUID contract, int number);

  /** The hashes of every file of a dialogue. */
  Set<String> hashes(UUID contract, int number);

  /** The bytes of a file, empty when the dialogue has no such file. */
  Optional<byte[]> content(UUID contract, int number, String hash);

  void add(UUID contract, int number, EvidenceFile file, byte[] content, Caller uploader);
}
