package fr.cadran.contracts.contract.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Lists the contracts in force, which the calendar may end. */
@ApplicationScoped
public class ListRunningContracts {
  private final Contracts contracts;

  ListRunningContracts(Contracts contracts) {
    this.contracts = contracts;
  }

  /** Their ids, the oldest first. */
  @Transactional
  public List<UUID> list() {
    return contracts.inForce();
  }
}
