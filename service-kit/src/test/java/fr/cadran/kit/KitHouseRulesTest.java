package fr.cadran.kit;

import fr.cadran.testing.house.HouseRulesTest;
import fr.cadran.testing.house.Kind;

class KitHouseRulesTest extends HouseRulesTest {
  KitHouseRulesTest() {
    super("fr.cadran.kit", Kind.SHARED);
  }
}
