package fr.cadran.contracts.payment.application;

import fr.cadran.contracts.payment.domain.AmountUnknownException;
import fr.cadran.contracts.payment.domain.ContractSimulation;
import fr.cadran.contracts.payment.domain.SimulationDifference;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Says why two imagined contracts come to different amounts; stores nothing. */
@ApplicationScoped
public class CompareSimulations {
  /**
   * The difference, factor by factor.
   *
   * @throws ProblemException {@code INVALID} (422) when a table does not fund what is imagined
   */
  public SimulationDifference compare(ContractSimulation from, ContractSimulation to) {
    try {
      return SimulationDifference.between(from, to);
    } catch (AmountUnknownException unknown) {
      throw ProblemException.invalid("", "SIZE_NOT_FUNDED");
    }
  }
}
