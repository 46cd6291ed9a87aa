package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.Offer;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Lists the rounds of a negotiation. */
@ApplicationScoped
public class ListOffers {
  private final FindContract findContract;
  private final Contracts contracts;

  ListOffers(FindContract findContract, Contracts contracts) {
    this.findContract = findContract;
    this.contracts = contracts;
  }

  /**
   * Every round, the oldest first.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public List<Offer> list(Caller caller, UUID contract) {
    findContract.find(caller, contract);
    return contracts.offers(contract);
  }
}
