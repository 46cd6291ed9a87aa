package fr.cadran.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** An access token of the size that the realm gives, signed by a key of this run. */
final class SignedToken {
  static final String ISSUER = "https://identity.test/realms/cadran";
  static final String AUDIENCE = "cadran-api";

  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;

  SignedToken() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
  }

  /** Base64 of the public key, without lines. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  /** The public key as a PEM file has it. */
  String publicKeyFile() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  String jwt() throws GeneralSecurityException {
    long now = Instant.now().getEpochSecond();
    String content =
        encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"bench\"}")
            + "."
            + encoded(
                """
                {"iss":"%s","aud":"%s","sub":"5b2e6a52-2b3c-4f7a-9a60-4b5a0c1d2e3f","iat":%d,"exp":%d,
                 "jti":"b","typ":"Bearer","azp":"bench","realm_access":{"roles":["editor"]},
                 "scope":"centres:read indicators:read quarterly-data:read quarterly-data:write",
                 "preferred_username":"service-account-bench"}
                """
                    .formatted(ISSUER, AUDIENCE, now, now + 3600));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(content.getBytes(StandardCharsets.US_ASCII));
    return content + "." + URL.encodeToString(signature.sign());
  }

  private static String encoded(String json) {
    return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
