package fr.cadran.centres;

import fr.cadran.testing.house.HouseRulesTest;

class CentresHouseRulesTest extends HouseRulesTest {
  CentresHouseRulesTest() {
    super("fr.cadran.centres");
  }
}
