package fr.cadran.contracts.payment.application;

import fr.cadran.contracts.payment.domain.AmountUnknownException;
import fr.cadran.contracts.payment.domain.ContractSimulation;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Computes an imagined contract; stores nothing. */
@ApplicationScoped
public class SimulateContract {
  /**
   * What it comes to.
   *
   * @throws ProblemException {@code INVALID} (422) when the table does not fund what is imagined
   */
  public ContractSimulation.Outcome simulate(ContractSimulation simulation) {
    try {
      return simulation.run();
    } catch (AmountUnknownException unknown) {
      throw ProblemException.invalid("/size", "SIZE_NOT_FUNDED");
    }
  }
}
