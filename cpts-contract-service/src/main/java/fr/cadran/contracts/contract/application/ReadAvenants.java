package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Avenant;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads the avenants of a contract. */
@ApplicationScoped
public class ReadAvenants {
  private final FindContract findContract;
  private final Contracts contracts;

  ReadAvenants(FindContract findContract, Contracts contracts) {
    this.findContract = findContract;
    this.contracts = contracts;
  }

  /**
   * Every avenant, by number.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public List<Avenant> read(Caller caller, UUID contract) {
    findContract.find(caller, contract);
    return contracts.avenants(contract);
  }
}
