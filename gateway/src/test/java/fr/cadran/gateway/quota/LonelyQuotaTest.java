package fr.cadran.gateway.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import fr.cadran.gateway.Upstream;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gateway whose database is not there: nothing listens where it should be. */
@QuarkusTest
@TestProfile(LonelyQuotaTest.Away.class)
@QuarkusTestResource(
    value = CadranTestResource.class,
    initArgs = @ResourceArg(name = "with", value = ""))
@QuarkusTestResource(Upstream.class)
class LonelyQuotaTest {
  /** An address where no database is. */
  public static class Away implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/gateway",
          "quarkus.datasource.username", "gateway",
          "quarkus.datasource.password", "x",
          "cadran.gateway.quota.groups.default", "40",
          "cadran.gateway.quota.share-when-alone", "0.5",
          "cadran.gateway.quota.period", "1H");
    }
  }

  @Test
  void the_gateway_goes_on_with_its_own_share_and_says_so() {
    String bearer = Tokens.editor("editor-a").bearer();
    int allowed = 0;
    for (int i = 0; i < 40; i++) {
      int status = given().header("Authorization", bearer).get("/v1/centres").statusCode();
      assertThat(status).isIn(200, 429);
      allowed += status == 200 ? 1 : 0;
    }
    // Calls that waited too long for the ledger pass: an outage must not refuse who is within
    // quota.
    assertThat(allowed).isBetween(20, 30);
    await()
        .untilAsserted(() ->
            given()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.data.kept", hasItem("by this gateway alone")));
  }
}
