package fr.cadran.testing.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An identity server whose signing keys a test publishes and withdraws, for what happens while keys
 * are rotated. Takes the place of the fixed key of {@code CadranTestResource}, beside which it is
 * named:
 *
 * <pre>{@code
 * @QuarkusTestResource(value = RotatingIssuer.class, restrictToAnnotatedClass = true)
 * }</pre>
 */
public final class RotatingIssuer implements QuarkusTestResourceLifecycleManager {
  /** How long the service under test keeps a key here; five minutes would be a long test. */
  public static final Duration KEY_LIFE = Duration.ofSeconds(1);

  private static final String REALM = "/realms/cadran";
  private static final String CERTS = REALM + "/certs";
  private static final String KEYS = REALM + "/test/keys";
  private static final String TOKEN = REALM + "/test/token/";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();
  private volatile List<String> published = List.of("first");
  private @Nullable HttpServer server;

  /** Has an issuer publish exactly these keys; a key that is new is drawn. */
  public static void publish(String issuer, String... keyIds) {
    ask(
        HttpRequest.newBuilder(below(issuer, KEYS))
            .POST(HttpRequest.BodyPublishers.ofString(String.join(",", keyIds))));
  }

  /** The Authorization header of an ARS agent of 93, signed with a key, published or not. */
  public static String bearer(String issuer, String keyId) {
    return "Bearer " + ask(HttpRequest.newBuilder(below(issuer, TOKEN + keyId)));
  }

  @Override
  public int order() {
    // Its settings win over those of CadranTestResource.
    return 10;
  }

  @Override
  public Map<String, String> start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      String issuer = "http://127.0.0.1:" + started.getAddress().getPort() + REALM;
      started.createContext(
          REALM + "/.well-known/openid-configuration",
          exchange -> answer(exchange, discovery(issuer)));
      started.createContext(CERTS, exchange -> answer(exchange, certificates()));
      started.createContext(KEYS, this::publish);
      started.createContext(TOKEN, exchange -> answer(exchange, token(exchange, issuer)));
      started.start();
      server = started;
      return Map.of(
          "quarkus.oidc.auth-server-url",
          issuer,
          "quarkus.oidc.token.issuer",
          issuer,
          "quarkus.oidc.public-key",
          "",
          "quarkus.oidc.jwks.cache-time-to-live",
          KEY_LIFE.toString(),
          "quarkus.oidc.jwks.clean-up-timer-interval",
          "PT0.2S");
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private static String discovery(String issuer) {
    return """
    {"issuer": "%1$s", "jwks_uri": "%1$s/certs", "token_endpoint": "%1$s/token",
     "authorization_endpoint": "%1$s/auth"}
    """
        .formatted(issuer);
  }

  private String certificates() {
    return published.stream()
        .map(id -> jwk(id, (RSAPublicKey) pair(id).getPublic()))
        .collect(Collectors.joining(",", "{\"keys\": [", "]}"));
  }

  private static String jwk(String id, RSAPublicKey key) {
    return """
    {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}
    """
        .formatted(id, number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return BASE64.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private void publish(HttpExchange exchange) throws IOException {
    String ids = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    published = List.of(ids.split(",", -1));
    answer(exchange, "{}");
  }

  private String token(HttpExchange exchange, String issuer) {
    String keyId = exchange.getRequestURI().getPath().substring(TOKEN.length());
    return Jwt.claims()
        .issuer(issuer)
        .audience(Tokens.AUDIENCE)
        .subject(UUID.nameUUIDFromBytes(new byte[] {1}).toString())
        .expiresIn(Duration.ofMinutes(5))
        .claim("azp", "cadran-cli")
        .claim("realm_access", Map.of("roles", List.of("ars-agent")))
        .claim("territories", List.of("departement:93"))
        .claim("scope", String.join(" ", Tokens.scopesOf("ars-agent")))
        .jws()
        .keyId(keyId)
        .sign(pair(keyId).getPrivate());
  }

  private KeyPair pair(String id) {
    return keys.computeIfAbsent(id, drawn -> Tokens.newKeyPair());
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static URI below(String issuer, String path) {
    return URI.create(issuer).resolve(path);
  }

  private static String ask(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException silent) {
      throw new UncheckedIOException(silent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
