package fr.cadran.contracts;

import fr.cadran.testing.house.HouseRulesTest;

class ContractsHouseRulesTest extends HouseRulesTest {
  ContractsHouseRulesTest() {
    super("fr.cadran.contracts");
  }
}
