package fr.cadran.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void a_key_is_its_owners_only_and_no_message_shows_it() throws Exception {
    Installation installation = new Installation(folder, folder.resolve("home"), Map.of());
    installation.create();
    EditorKeys keys = new EditorKeys(installation);
    keys.publicJwks("editor-demo");

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.file("editor-demo"))))
        .isEqualTo("rw-------");

    Files.writeString(keys.file("editor-demo"), "{\"kty\":\"EC\",\"d\":\"secret-part\"");
    assertThatThrownBy(() -> keys.publicJwks("editor-demo"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("holds no key")
        .hasMessageNotContaining("secret-part")
        .hasNoCause();
  }

  @Test
  void a_new_key_takes_over_only_when_the_server_has_it() {
    Installation installation = new Installation(folder, folder.resolve("home"), Map.of());
    installation.create();
    EditorKeys keys = new EditorKeys(installation);
    String first = keys.publicJwks("editor-demo");

    assertThatThrownBy(() ->
            keys.replace(
                "editor-demo",
                jwks -> {
                  throw new LaunchFailure("the server refuses");
                }))
        .isInstanceOf(LaunchFailure.class);
    assertThat(keys.publicJwks("editor-demo")).isEqualTo(first);

    List<String> published = new ArrayList<>();
    keys.replace("editor-demo", published::add);
    assertThat(published).containsExactly(keys.publicJwks("editor-demo")).doesNotContain(first);
  }
}
