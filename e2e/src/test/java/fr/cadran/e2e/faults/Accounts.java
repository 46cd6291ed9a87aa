package fr.cadran.e2e.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tokens of the accounts of the platform under test, from its identity server. */
final class Accounts {
  static final String EDITOR = "editor-demo";

  // Tokens live five minutes.
  private static final Duration FRESH = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Held(String token, Instant since) {}

  private final PlatformUnderTest platform;
  private final HttpClient http;
  private final Map<String, Held> tokens = new ConcurrentHashMap<>();

  Accounts(PlatformUnderTest platform, HttpClient http) {
    this.platform = platform;
    this.http = http;
  }

  /**
   * A token that is still good for a while.
   *
   * @throws IOException when the identity server gives none
   */
  String token(String account) throws IOException, InterruptedException {
    Held held = tokens.get(account);
    if (held != null && held.since().plus(FRESH).isAfter(Instant.now())) {
      return held.token();
    }
    String token = ask(account);
    tokens.put(account, new Held(token, Instant.now()));
    return token;
  }

  void forget(String account) {
    tokens.remove(account);
  }

  private String ask(String account) throws IOException, InterruptedException {
    Map<String, String> form = new TreeMap<>();
    if (account.equals(EDITOR)) {
      form.put("grant_type", "client_credentials");
      form.put("client_id", account);
      form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
      form.put("client_assertion", assertion(account));
    } else {
      form.put("grant_type", "password");
      form.put("client_id", "cadran-cli");
      form.put("username", account);
      form.put("password", platform.secret("account." + account));
    }
    String body =
        form.entrySet().stream()
            .map(one ->
                one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(platform.realm() + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("no token: " + answer.statusCode());
    }
    return JSON.readTree(answer.body()).path("access_token").asText();
  }

  private String assertion(String client) throws IOException {
    Instant now = Instant.now();
    try {
      ECKey key =
          ECKey.parse(Files.readString(platform.home().resolve("keys/" + client + ".jwk.json")));
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
              new JWTClaimsSet.Builder()
                  .issuer(client)
                  .subject(client)
                  .audience(platform.realm().toString())
                  .jwtID(UUID.randomUUID().toString())
                  .issueTime(Date.from(now))
                  .expirationTime(Date.from(now.plusSeconds(50)))
                  .build());
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException | ParseException unusable) {
      throw new IllegalStateException("the key of " + client, unusable);
    }
  }
}
