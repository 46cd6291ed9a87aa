package fr.cadran.contracts.dialogue.application;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.YearReading;
import fr.cadran.contracts.payment.domain.ContractFacts;

/** Port: tells the results that a dialogue froze, in the transaction of the closing. */
@FunctionalInterface
public interface DialogueEvents {
  /** A yearly dialogue was closed, for the first time or with a correction. */
  void resultsSubmitted(
      Contract contract, DialogueDeGestion closed, ContractFacts facts, YearReading reading);
}
