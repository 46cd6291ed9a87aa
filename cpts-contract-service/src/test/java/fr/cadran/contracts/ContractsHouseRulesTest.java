package fr.cadran.contracts;

import fr.cadran.testing.house.HouseRulesTest;
import fr.cadran.testing.house.Layer;

class ContractsHouseRulesTest extends HouseRulesTest {
  private static final String REFERENCE_DATA = "reference data only: the feature is flat";

  ContractsHouseRulesTest() {
    super(
        "fr.cadran.contracts",
        without(Layer.REST, REFERENCE_DATA),
        without(Layer.PERSISTENCE, REFERENCE_DATA),
        without(Layer.MESSAGING, REFERENCE_DATA));
  }
}
