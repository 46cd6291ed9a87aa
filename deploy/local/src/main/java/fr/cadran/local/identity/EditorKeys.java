package fr.cadran.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/**
 * The keys of the demo editor clients, which prove who they are by {@code private_key_jwt}. Each
 * installation draws its own; the private half stays in folder {@code keys} of its home.
 */
public final class EditorKeys {
  private static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);

  private final Installation installation;

  public EditorKeys(Installation installation) {
    this.installation = installation;
  }

  /** The public half of a client's key as a JWK set, made when the client has none yet. */
  public String publicJwks(String client) {
    return new JWKSet(key(client)).toString();
  }

  /** A fresh assertion that the bearer is the client, for one authorisation server. */
  public String assertion(String client, String audience) {
    ECKey key = key(client);
    Instant now = Instant.now();
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
                .build());
    try {
      jwt.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new LaunchFailure("the key of " + client + " cannot sign.", e);
    }
    return jwt.serialize();
  }

  private synchronized ECKey key(String client) {
    Path file = installation.keys().resolve(client + ".properties");
    try {
      if (Files.exists(file)) {
        return ECKey.parse(Installation.read(file).getProperty("jwk", ""));
      }
      ECKey fresh =
          new ECKeyGenerator(Curve.P_256)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .keyIDFromThumbprint(true)
              .generate();
      Properties values = new Properties();
      values.setProperty("jwk", fresh.toJSONString());
      Installation.write(file, values);
      return fresh;
    } catch (ParseException | JOSEException e) {
      throw new LaunchFailure("the key file " + file + " holds no key; delete it.", e);
    }
  }
}
