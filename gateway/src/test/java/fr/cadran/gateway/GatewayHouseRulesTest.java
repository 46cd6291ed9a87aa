package fr.cadran.gateway;

import fr.cadran.testing.house.HouseRulesTest;
import fr.cadran.testing.house.Layer;

class GatewayHouseRulesTest extends HouseRulesTest {
  private static final String FORWARDS = "it only forwards: no rule of the domain lives here";

  GatewayHouseRulesTest() {
    super(
        "fr.cadran.gateway",
        without(Layer.DOMAIN, FORWARDS),
        without(Layer.APPLICATION, FORWARDS),
        without(Layer.REST, FORWARDS),
        without(Layer.PERSISTENCE, FORWARDS),
        without(Layer.MESSAGING, FORWARDS));
  }
}
