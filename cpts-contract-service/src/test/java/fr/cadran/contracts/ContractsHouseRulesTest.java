package fr.cadran.contracts;

import fr.cadran.testing.house.HouseRulesTest;
import fr.cadran.testing.house.Layer;

class ContractsHouseRulesTest extends HouseRulesTest {
  ContractsHouseRulesTest() {
    super("fr.cadran.contracts", without(Layer.MESSAGING, "tells no event yet"));
  }
}
