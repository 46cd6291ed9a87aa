package fr.cadran.contracts;

import fr.cadran.testing.contract.ContractCoverage;
import java.util.Set;

class ContractsContractCoverageIT extends ContractCoverage {
  @Override
  protected Set<String> publicOperations() {
    return Set.of("getProblem");
  }
}
