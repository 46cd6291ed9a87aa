package fr.cadran.contracts.contract.application;

import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads every change in the life of a contract, opinions of the commissions included. */
@ApplicationScoped
public class ReadHistory {
  private final FindContract findContract;
  private final Contracts contracts;

  ReadHistory(FindContract findContract, Contracts contracts) {
    this.findContract = findContract;
    this.contracts = contracts;
  }

  /**
   * Every change, the oldest first.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public List<ContractChange> read(Caller caller, UUID contract) {
    findContract.find(caller, contract);
    return contracts.changes(contract);
  }
}
