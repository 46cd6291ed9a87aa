package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.payment.domain.ContractFacts;

/** Port: what a feature above this one does when a contract is signed, in that transaction. */
@FunctionalInterface
public interface AfterSignature {
  /**
   * The three parties have signed.
   *
   * @param contract as it is now
   * @param facts that its money begins with
   */
  void opened(Contract contract, ContractFacts facts);
}
