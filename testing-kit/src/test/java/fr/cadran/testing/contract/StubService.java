package fr.cadran.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A small service behind real HTTP that keeps the description of {@link Visits}, except for what it
 * is told to get wrong.
 */
final class StubService implements AutoCloseable {

  static final int BODY_LIMIT = 64 * 1024;

  /** What the service can get wrong. */
  enum Flaw {
    NONE,
    LETS_ANYBODY_IN,
    IGNORES_SCOPES,
    TAKES_ANY_MEDIA_TYPE,
    FAILS_ON_MALFORMED_JSON,
    IGNORES_UNKNOWN_FIELDS,
    POINTS_NOWHERE,
    READS_ANY_LENGTH,
    IGNORES_UNKNOWN_PARAMETERS,
    ANSWERS_HTML,
    FORGETS_THE_TRACE_ID,
    ECHOES_THE_TOKEN,
    SHOWS_THE_STACK,
    SAYS_ANOTHER_STATUS_INSIDE
  }

  private static final Set<String> FIELDS = Set.of("centre", "on");

  private final HttpServer server;
  private volatile Flaw flaw = Flaw.NONE;

  StubService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  void getWrong(Flaw what) {
    flaw = what;
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  static String tokenGranting(Set<String> scopes) {
    return "token-of-" + String.join("+", scopes);
  }

  static String problem(int status, String code, String pointer) {
    return fill(ApiDocument.JSON.createObjectNode(), status, code, pointer).toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/q/openapi")) {
        answer(exchange, 200, "application/json", Visits.json());
        return;
      }
      Optional<Refusal> refusal = refusal(exchange, body);
      if (refusal.isPresent()) {
        refuse(exchange, refusal.get());
      } else if (exchange.getRequestMethod().equals("DELETE")) {
        exchange.sendResponseHeaders(204, -1);
      } else if (exchange.getRequestMethod().equals("POST")) {
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        exchange.getResponseHeaders().set("Location", "/v1/visits/7");
        answer(exchange, 201, "application/json", visit());
      } else {
        answer(exchange, 200, "application/json", visit());
      }
    }
  }

  private record Refusal(int status, String code, String pointer) {}

  private Optional<Refusal> refusal(HttpExchange exchange, String body) {
    boolean isPublic = exchange.getRequestURI().getPath().equals("/v1/visits/latest");
    if (!isPublic && flaw != Flaw.LETS_ANYBODY_IN && token(exchange).isEmpty()) {
      return Optional.of(new Refusal(401, "UNAUTHENTICATED", ""));
    }
    boolean reads = exchange.getRequestMethod().equals("GET");
    String scope = reads ? "visits:read" : "visits:write";
    if (!isPublic
        && !Set.of(Flaw.IGNORES_SCOPES, Flaw.LETS_ANYBODY_IN).contains(flaw)
        && !token(exchange).contains(scope)) {
      return Optional.of(new Refusal(403, "FORBIDDEN", ""));
    }
    String query = exchange.getRequestURI().getQuery();
    if (query != null && !query.startsWith("lang=") && flaw != Flaw.IGNORES_UNKNOWN_PARAMETERS) {
      return Optional.of(new Refusal(400, "UNKNOWN_PARAMETER", ""));
    }
    return exchange.getRequestMethod().equals("POST") ? ofBody(exchange, body) : Optional.empty();
  }

  private Optional<Refusal> ofBody(HttpExchange exchange, String body) {
    if (body.length() > BODY_LIMIT) {
      return flaw == Flaw.READS_ANY_LENGTH
          ? Optional.empty()
          : Optional.of(new Refusal(413, "BODY_TOO_LARGE", ""));
    }
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    if (!type.startsWith("application/json")) {
      return flaw == Flaw.TAKES_ANY_MEDIA_TYPE
          ? Optional.empty()
          : Optional.of(new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", ""));
    }
    Optional<JsonNode> value = ApiDocument.readJson(body);
    if (value.isEmpty()) {
      return Optional.of(
          flaw == Flaw.FAILS_ON_MALFORMED_JSON
              ? new Refusal(500, "INTERNAL", "")
              : new Refusal(400, "MALFORMED_JSON", ""));
    }
    List<String> unknown =
        value.get().propertyStream().map(e -> e.getKey()).filter(f -> !FIELDS.contains(f)).toList();
    if (!unknown.isEmpty() && flaw != Flaw.IGNORES_UNKNOWN_FIELDS) {
      String pointer = flaw == Flaw.POINTS_NOWHERE ? "" : "/" + unknown.getFirst();
      return Optional.of(new Refusal(400, "UNKNOWN_FIELD", pointer));
    }
    return Optional.empty();
  }

  private void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
    if (flaw == Flaw.ANSWERS_HTML) {
      answer(exchange, refusal.status, "text/html", "<h1>refused</h1>");
      return;
    }
    ObjectNode problem =
        fill(ApiDocument.JSON.createObjectNode(), refusal.status, refusal.code, refusal.pointer);
    switch (flaw) {
      case FORGETS_THE_TRACE_ID -> problem.remove("traceId");
      case ECHOES_THE_TOKEN -> problem.put("detail", "refused: " + token(exchange));
      case SHOWS_THE_STACK ->
          problem.put("detail", "at fr.cadran.centres.Visit.open(Visit.java:12)");
      case SAYS_ANOTHER_STATUS_INSIDE -> problem.put("status", 499);
      default -> {}
    }
    answer(exchange, refusal.status, "application/problem+json", problem.toString());
  }

  private static ObjectNode fill(ObjectNode problem, int status, String code, String pointer) {
    problem
        .put("type", "https://cadran.example/problems/" + code)
        .put("title", code)
        .put("status", status)
        .put("detail", "refused")
        .put("instance", "/v1/visits")
        .put("code", code)
        .put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
    problem.putArray("errors").addObject().put("pointer", pointer).put("code", code);
    return problem;
  }

  private static String token(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header == null ? "" : header.replace("Bearer ", "");
  }

  private static String visit() {
    return "{\"id\": 7, \"centre\": \"930012345\", \"on\": \"2014-03-24\", \"report\": null}";
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
