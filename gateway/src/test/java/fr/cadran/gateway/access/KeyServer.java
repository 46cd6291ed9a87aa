package fr.cadran.gateway.access;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * An identity server that publishes the keys which a test puts into system properties, and counts
 * how often it is asked.
 */
public class KeyServer implements QuarkusTestResourceLifecycleManager {
  static final String KEYS = "cadran.test.keys";
  static final String ASKED = "cadran.test.keys.asked";

  private HttpServer server;

  /** One key of a published set. */
  static String key(String id, BigInteger modulus, BigInteger exponent) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return """
    {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}
    """
        .formatted(
            id,
            base64.encodeToString(unsigned(modulus)),
            base64.encodeToString(unsigned(exponent)));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  @Override
  public Map<String, String> start() {
    System.setProperty(KEYS, "");
    System.setProperty(ASKED, "0");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext(
        "/",
        exchange -> {
          System.setProperty(
              ASKED, Integer.toString(Integer.parseInt(System.getProperty(ASKED)) + 1));
          byte[] body =
              ("{\"keys\": [" + System.getProperty(KEYS) + "]}").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return Map.of(
        "quarkus.oidc.auth-server-url",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "quarkus.oidc.discovery-enabled",
        "false",
        "quarkus.oidc.jwks-path",
        "/certs",
        "quarkus.oidc.token.issuer",
        "https://identity.test/realms/cadran",
        "quarkus.oidc.token.forced-jwk-refresh-interval",
        "1S");
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
