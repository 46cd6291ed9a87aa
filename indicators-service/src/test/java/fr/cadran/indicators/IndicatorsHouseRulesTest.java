package fr.cadran.indicators;

import fr.cadran.testing.house.HouseRulesTest;

class IndicatorsHouseRulesTest extends HouseRulesTest {
  IndicatorsHouseRulesTest() {
    super("fr.cadran.indicators");
  }
}
