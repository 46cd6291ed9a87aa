package fr.cadran.contracts;

import fr.cadran.testing.contract.AuditContract;
import fr.cadran.testing.infra.CadranTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class ContractsAuditTest extends AuditContract {
  ContractsAuditTest() {
    super("contracts");
  }
}
