package fr.cadran.testing.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.cadran.testing.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One visit of département 93, which its ARS agents may read; each mistake opens it a little. */
final class GuardedService implements AutoCloseable {
  static final String PATH = "/v1/visits/1";

  /** What a service can get wrong. */
  enum Mistake {
    NONE,
    READS_WITHOUT_TOKEN,
    FORGETS_THE_SCOPE,
    FORGETS_EXPIRY,
    FORGETS_THE_ISSUER,
    FORGETS_THE_AUDIENCE,
    FORGETS_THE_TERRITORY,
    LETS_THE_AUDITOR_IN,
    REFUSES_EVERYBODY,
    TELLS_THAT_IT_EXISTS,
    READS_THE_TAG_FIRST
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Set<Mistake> mistakes;

  GuardedService(Mistake mistake) throws IOException {
    mistakes = EnumSet.of(mistake);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Refusal refusal = judge(exchange);
    byte[] body =
        (refusal == null ? "{\"visit\": 1}" : "{\"code\": \"" + refusal.code + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(refusal == null ? 200 : refusal.status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private record Refusal(int status, String code) {}

  private @Nullable Refusal judge(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null) {
      return made(Mistake.READS_WITHOUT_TOKEN) ? null : new Refusal(401, "UNAUTHENTICATED");
    }
    JsonNode token = payload(header);
    boolean believed =
        (made(Mistake.FORGETS_EXPIRY)
                || token.path("exp").asLong() > Instant.now().getEpochSecond())
            && (made(Mistake.FORGETS_THE_ISSUER)
                || token.path("iss").asText().equals(Tokens.ISSUER))
            && (made(Mistake.FORGETS_THE_AUDIENCE)
                || token.path("aud").asText().equals(Tokens.AUDIENCE));
    if (!believed) {
      return new Refusal(401, "UNAUTHENTICATED");
    }
    if (!made(Mistake.FORGETS_THE_SCOPE) && !token.path("scope").asText().contains("cpts:read")) {
      return new Refusal(403, "FORBIDDEN");
    }
    boolean exists = exchange.getRequestURI().getPath().equals(PATH);
    if (made(Mistake.READS_THE_TAG_FIRST)
        && exists
        && exchange.getRequestHeaders().containsKey("If-Match")) {
      return new Refusal(412, "STALE_ETAG");
    }
    if (exists && reaches(token)) {
      return null;
    }
    boolean tells = exists && made(Mistake.TELLS_THAT_IT_EXISTS);
    return new Refusal(404, tells ? "NOT_FOUND\", \"hint\": \"visit 1" : "NOT_FOUND");
  }

  private boolean reaches(JsonNode token) {
    String role = token.path("realm_access").path("roles").path(0).asText();
    if (made(Mistake.REFUSES_EVERYBODY)) {
      return false;
    }
    if (role.equals("auditor")) {
      return made(Mistake.LETS_THE_AUDITOR_IN);
    }
    return role.equals("ars-agent")
        && (made(Mistake.FORGETS_THE_TERRITORY)
            || token.path("territories").toString().contains("departement:93"));
  }

  private boolean made(Mistake mistake) {
    return mistakes.contains(mistake);
  }

  private static JsonNode payload(String header) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(header.split("\\.", -1)[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
