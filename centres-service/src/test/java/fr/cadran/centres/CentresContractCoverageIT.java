package fr.cadran.centres;

import fr.cadran.testing.contract.ContractCoverage;
import fr.cadran.testing.contract.Unreachable;
import java.util.List;
import java.util.Set;

class CentresContractCoverageIT extends ContractCoverage {
  @Override
  protected Set<String> publicOperations() {
    return Set.of("getProblem");
  }

  @Override
  protected List<Unreachable> unreachable() {
    return List.of(
        new Unreachable(
            "addOptionAmount",
            "409",
            "two demands with one key would have to run at the same instant"),
        new Unreachable(
            "addOptionParameter",
            "409",
            "two demands with one key would have to run at the same instant"));
  }
}
