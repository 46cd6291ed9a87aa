package fr.cadran.testing.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokensTest {

  @Test
  void an_ars_agent_has_the_claims_that_keycloak_gives() throws Exception {
    Token token = Tokens.arsAgent("departement:93", "departement:75");
    JsonNode claims = claims(token);

    assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("ars-agent");
    assertThat(claims.get("territories")).hasSize(2);
    assertThat(claims.get("aud").asText()).isEqualTo(Tokens.AUDIENCE);
    assertThat(claims.get("iss").asText()).isEqualTo(Tokens.ISSUER);
    assertThat(claims.get("sub").asText()).isEqualTo(token.subject());
    assertThat(claims.get("scope").asText().split(" "))
        .contains("centres:write", "quarterly-data:read", "gains:calculate")
        .doesNotContain("quarterly-data:write", "mandats:write");
    assertThat(signedByPublishedKey(token)).isTrue();
  }

  @Test
  void an_editor_is_a_client_of_its_own() throws Exception {
    JsonNode claims = claims(Tokens.editor("editor-demo"));

    assertThat(claims.get("azp").asText()).isEqualTo("editor-demo");
    assertThat(claims.get("client_id").asText()).isEqualTo("editor-demo");
    assertThat(claims.get("scope").asText()).contains("appointments:write");
  }

  @Test
  void each_variant_spoils_one_thing() throws Exception {
    Token good = Tokens.auditor();

    assertThat(Instant.ofEpochSecond(claims(good.expired()).get("exp").asLong()))
        .isBefore(Instant.now().minusSeconds(1800));
    assertThat(claims(good.foreignIssuer()).get("iss").asText()).isNotEqualTo(Tokens.ISSUER);
    assertThat(claims(good.wrongAudience()).get("aud").asText()).isNotEqualTo(Tokens.AUDIENCE);
    assertThat(signedByPublishedKey(good.wrongKey())).isFalse();
    assertThat(claims(good.withoutScope("centres:read")).get("scope").asText())
        .doesNotContain("centres:read");
    assertThatThrownBy(() -> good.withoutScope("centres:write"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonNode claims(Token token) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part(token, 1)));
  }

  private static boolean signedByPublishedKey(Token token) throws GeneralSecurityException {
    PublicKey key =
        KeyFactory.getInstance("RSA")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(Tokens.publicKey())));
    String jwt = token.jwt();
    int dot = jwt.lastIndexOf('.');
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(jwt.substring(0, dot).getBytes(UTF_8));
    return signature.verify(Base64.getUrlDecoder().decode(jwt.substring(dot + 1)));
  }

  private static String part(Token token, int index) {
    return token.jwt().split("\\.", -1)[index];
  }
}
