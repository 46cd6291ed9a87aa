package fr.cadran.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.RotatingIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Signing keys change while tokens of both are about: the procedure of docs/identity.md. */
@QuarkusTest
@QuarkusTestResource(
    value = CadranTestResource.class,
    initArgs = @ResourceArg(name = "with", value = ""))
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(value = RotatingIssuer.class, restrictToAnnotatedClass = true)
class KeyRotationTest {
  // Not injected: a point of injection would ask every other test for this setting.
  private final String issuer =
      ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);

  private int statusWith(String keyId) {
    return given()
        .header("Authorization", RotatingIssuer.bearer(issuer, keyId))
        .get("/v1/centres")
        .statusCode();
  }

  private void expect(String keyId, int status) {
    assertThat(statusWith(keyId)).as(keyId).isEqualTo(status);
  }

  @Test
  void tokens_of_the_old_and_of_the_new_key_are_good_at_once_and_together() {
    RotatingIssuer.publish(issuer, "old");
    expect("old", 200);

    RotatingIssuer.publish(issuer, "new", "old");
    expect("new", 200);
    expect("old", 200);
    expect("new", 200);
  }

  @Test
  void a_stranger_who_invents_keys_does_not_delay_a_new_one() {
    RotatingIssuer.publish(issuer, "old");
    for (int i = 0; i < 5; i++) {
      expect("invented-" + i, 401);
    }

    RotatingIssuer.publish(issuer, "next", "old");
    expect("next", 200);
    expect("invented-0", 401);
  }

  @Test
  void a_withdrawn_key_is_forgotten_when_its_time_is_over() {
    RotatingIssuer.publish(issuer, "leaked", "kept");
    expect("leaked", 200);
    expect("kept", 200);

    RotatingIssuer.publish(issuer, "kept");
    Awaitility.await()
        .atMost(RotatingIssuer.KEY_LIFE.multipliedBy(10))
        .pollInterval(100, TimeUnit.MILLISECONDS)
        .until(() -> statusWith("leaked") == 401);
    expect("kept", 200);
  }
}
