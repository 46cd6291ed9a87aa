package fr.cadran.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.cadran.gateway.Upstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Keys are asked for once, and again only when a token names one that is not known. */
@QuarkusTest
@QuarkusTestResource(value = KeyServer.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(Upstream.class)
class KeyRotationTest {
  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static String published(String id, KeyPair pair) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return KeyServer.key(id, key.getModulus(), key.getPublicExponent());
  }

  private static int call(String id, KeyPair pair) {
    String token =
        Jwt.claims()
            .issuer("https://identity.test/realms/cadran")
            .audience("cadran-api")
            .subject("s")
            .issuedAt(Instant.now())
            .expiresAt(Instant.now().plusSeconds(300))
            .claim("azp", "editor-a")
            .jws()
            .keyId(id)
            .sign(pair.getPrivate());
    return given().header("Authorization", "Bearer " + token).get("/v1/centres").statusCode();
  }

  private static int asked() {
    return Integer.parseInt(System.getProperty(KeyServer.ASKED));
  }

  @Test
  void a_key_that_appears_is_found_without_a_restart_and_no_call_asks_for_keys()
      throws GeneralSecurityException {
    KeyPair first = pair();
    KeyPair second = pair();
    System.setProperty(KeyServer.KEYS, published("one", first));
    await().atMost(Duration.ofSeconds(10)).until(() -> call("one", first) == 200);
    int before = asked();
    for (int i = 0; i < 50; i++) {
      assertThat(call("one", first)).isEqualTo(200);
    }
    assertThat(asked()).isEqualTo(before);

    assertThat(call("two", second)).isEqualTo(401);
    System.setProperty(KeyServer.KEYS, published("one", first) + ", " + published("two", second));
    await().atMost(Duration.ofSeconds(10)).until(() -> call("two", second) == 200);
    assertThat(call("one", first)).as("the old key still holds").isEqualTo(200);
    // The same name with another key is a forgery.
    assertThat(call("one", second)).isEqualTo(401);
  }
}
