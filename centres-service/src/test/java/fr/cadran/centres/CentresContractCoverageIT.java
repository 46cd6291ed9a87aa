package fr.cadran.centres;

import fr.cadran.testing.contract.ContractCoverage;
import java.util.Set;

class CentresContractCoverageIT extends ContractCoverage {
  @Override
  protected Set<String> publicOperations() {
    return Set.of("getProblem");
  }
}
