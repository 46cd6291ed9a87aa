package fr.cadran.indicators;

import fr.cadran.testing.contract.AuditContract;
import fr.cadran.testing.infra.CadranTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class IndicatorsAuditTest extends AuditContract {
  IndicatorsAuditTest() {
    super("indicators");
  }
}
