package fr.cadran.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.cadran.events.EventType;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Heads of the chain reach the broker, where no database role can take them back. */
@QuarkusTest
@TestProfile(AuditAnchorTest.Anchored.class)
@QuarkusTestResource(CadranTestResource.class)
class AuditAnchorTest {

  public static class Anchored implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("cadran.audit.anchored", "true", "cadran.audit.anchor-every", "PT0.2S");
    }
  }

  @Inject DataSource database;

  @Test
  void the_head_of_a_chain_that_grew_is_told() {
    given()
        .header("Authorization", Tokens.arsAgent("departement:93").bearer())
        .contentType("application/json")
        .body("{\"name\": \"a\", \"count\": 1}")
        .post("/v1/audited/c1/payments/7")
        .then()
        .statusCode(200);

    Audit audit = new Audit(database);
    await()
        .untilAsserted(() -> {
          ChainedEntry head = audit.chain().getLast();
          String topic = EventType.AUDIT_HEAD_ANCHORED.topic();
          assertThat(KafkaProbe.shared().read(topic, 1))
              .anySatisfy(message -> {
                assertThat(KafkaProbe.key(message)).isEqualTo("probe");
                assertThat(new String(message.value(), StandardCharsets.UTF_8))
                    .contains("\"sequence\":" + head.sequence())
                    .contains(head.hash());
              });
        });
  }
}
