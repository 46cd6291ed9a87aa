package fr.cadran.indicators;

import fr.cadran.testing.contract.UniformRefusals;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class IndicatorsUniformRefusalsTest extends UniformRefusals {
  @Override
  protected String tokenGranting(Set<String> scopes) {
    Token token = Tokens.auditor();
    for (String scope : Tokens.scopesOf("auditor")) {
      token = token.withoutScope(scope);
    }
    for (String scope : scopes) {
      token = token.withScope(scope);
    }
    return token.jwt();
  }

  @Override
  protected int bodyLimitInBytes() {
    return 2 * 1024 * 1024;
  }
}
