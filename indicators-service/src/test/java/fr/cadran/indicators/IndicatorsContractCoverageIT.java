package fr.cadran.indicators;

import fr.cadran.testing.contract.ContractCoverage;
import java.util.Set;

class IndicatorsContractCoverageIT extends ContractCoverage {
  @Override
  protected Set<String> publicOperations() {
    return Set.of("getProblem");
  }
}
