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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The keys of the editor clients, which prove who they are by {@code private_key_jwt}. Each
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

  /** Where the private half of a client's key lies: one JWK (RFC 7517), for its owner only. */
  public Path file(String client) {
    return installation.keys().resolve(client + ".jwk.json");
  }

  /** Whether the client has a key here. */
  public boolean has(String client) {
    return Files.exists(file(client));
  }

  /** The id of a client's key: its thumbprint (RFC 7638). */
  public String keyId(String client) {
    return key(client).getKeyID();
  }

  /**
   * Draws another key. It takes the place of the one in use once {@code publish} has brought its
   * public half to the server; when that fails, nothing has changed.
   *
   * @param publish takes the public half as a JWK set
   */
  public synchronized void replace(String client, Consumer<String> publish) {
    ECKey fresh = draw();
    publish.accept(new JWKSet(fresh).toString());
    write(client, fresh);
  }

  /** Deletes the key of a client that is no more. */
  public synchronized void delete(String client) {
    try {
      Files.deleteIfExists(file(client));
    } catch (IOException e) {
      throw new LaunchFailure(
          file(client) + " cannot be deleted (" + Installation.reason(e) + ").", e);
    }
  }

  private synchronized ECKey key(String client) {
    Path file = file(client);
    if (!Files.exists(file)) {
      ECKey fresh = draw();
      write(client, fresh);
      return fresh;
    }
    try {
      return ECKey.parse(Files.readString(file));
    } catch (IOException | ParseException e) {
      // Without the cause: a parser quotes what it reads.
      throw new LaunchFailure("the key file " + file + " holds no key; delete it.");
    }
  }

  private static ECKey draw() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  private void write(String client, ECKey key) {
    Installation.write(file(client), (key.toJSONString() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
