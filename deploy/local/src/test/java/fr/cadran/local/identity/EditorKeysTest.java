package fr.cadran.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import fr.cadran.local.installation.Installation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorKeysTest {
  @TempDir Path folder;

  @Test
  void an_assertion_is_verified_by_the_published_key_which_shows_no_private_half()
      throws Exception {
    Installation installation = new Installation(folder, folder.resolve("home"), Map.of());
    installation.create();
    JWKSet published = JWKSet.parse(new EditorKeys(installation).publicJwks("editor-demo"));

    SignedJWT assertion =
        SignedJWT.parse(new EditorKeys(installation).assertion("editor-demo", "http://issuer"));

    assertThat(published.containsNonPublicKeys()).isFalse();
    assertThat(assertion.verify(new ECDSAVerifier(published.getKeys().getFirst().toECKey())))
        .isTrue();
    assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly("http://issuer");
    assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("editor-demo");
    assertThat(assertion.getJWTClaimsSet().getJWTID()).isNotBlank();
  }

  @Test
  void each_client_of_each_installation_has_its_own_key() {
    Installation one = new Installation(folder, folder.resolve("one"), Map.of());
    Installation two = new Installation(folder, folder.resolve("two"), Map.of());
    one.create();
    two.create();

    assertThat(new EditorKeys(one).publicJwks("editor-demo"))
        .isNotEqualTo(new EditorKeys(two).publicJwks("editor-demo"))
        .isNotEqualTo(new EditorKeys(one).publicJwks("editor-other"));
  }
}
