package fr.cadran.contracts.contract.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Ends the contracts whose term is reached or whose termination takes effect. */
@ApplicationScoped
public class EndDueContracts {
  private static final Logger LOG = Logger.getLogger(EndDueContracts.class);

  private final ListRunningContracts listRunningContracts;
  private final EndContract endContract;

  EndDueContracts(ListRunningContracts listRunningContracts, EndContract endContract) {
    this.listRunningContracts = listRunningContracts;
    this.endContract = endContract;
  }

  /**
   * How many ended. One that fails is told in the log and does not keep the others from ending.
   *
   * @param today the day as of which
   */
  public int end(LocalDate today) {
    int ended = 0;
    for (UUID contract : listRunningContracts.list()) {
      try {
        ended += endContract.end(contract, today) ? 1 : 0;
      } catch (RuntimeException failure) {
        LOG.errorf(failure, "a contract could not be ended contract=%s", contract);
      }
    }
    return ended;
  }
}
