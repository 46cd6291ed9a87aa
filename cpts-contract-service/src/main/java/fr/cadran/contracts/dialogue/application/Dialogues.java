package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.domain.Signatures;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the dialogues de gestion of contracts, and the results that they froze. */
public interface Dialogues {
  Optional<DialogueDeGestion> find(UUID contract, int number);

  /** Every dialogue of a contract, by number. */
  List<DialogueDeGestion> list(UUID contract);

  void add(DialogueDeGestion dialogue);

  void replace(DialogueDeGestion dialogue);

  /**
   * Results as they were closed.
   *
   * @param resultsVersion from 1
   * @param hash of the text
   * @param canonical the exact text that was signed
   * @param signatures under it
   * @param closedAt when
   */
  record Frozen(
      int resultsVersion, String hash, String canonical, Signatures signatures, Instant closedAt) {}

  /** Freezes the results of a dialogue that has just been closed. */
  void freeze(DialogueDeGestion closed);

  /** What a dialogue froze, the oldest first. */
  List<Frozen> frozen(UUID contract, int number);
}
