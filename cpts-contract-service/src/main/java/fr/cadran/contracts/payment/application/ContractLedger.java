package fr.cadran.contracts.payment.application;

import fr.cadran.contracts.payment.domain.ContractFacts;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Port for the features that decide: hands the money of a contract what has changed. In the
 * caller's transaction, under the ledger's own lock, the new facts are kept as a version and every
 * line that they make due by today is written with its explanation and its event; nothing else is
 * ever written to a ledger.
 */
public interface ContractLedger {
  /**
   * Opens the ledger of a contract that has just taken effect, and writes what is due.
   *
   * @param contract id of the contract
   * @param cpts id of its CPTS, the key of its events
   * @param caisse three digits, the CPAM that pays
   * @param facts on the day of its signature
   */
  void open(UUID contract, UUID cpts, String caisse, ContractFacts facts);

  /**
   * Changes the facts of a contract, and writes what that makes due.
   *
   * @param contract whose ledger is open
   * @param change from the latest facts to the new ones
   */
  void revise(UUID contract, UnaryOperator<ContractFacts> change);

  /** The latest facts of a contract whose ledger is open. */
  ContractFacts facts(UUID contract);
}
