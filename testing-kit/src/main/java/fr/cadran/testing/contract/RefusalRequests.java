package fr.cadran.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes, from the document alone, the requests that every operation must refuse. */
final class RefusalRequests {

  private static final AtomicLong KEYS = new AtomicLong();

  private final ApiDocument document;
  private final Supplier<RequestSpecification> requests;
  private final Function<Set<String>, String> tokenGranting;
  private final int bodyLimit;

  /**
   * @param requests starts a request to the service
   * @param tokenGranting a valid token with exactly these scopes
   * @param bodyLimit the largest body the service reads, in bytes
   */
  RefusalRequests(
      ApiDocument document,
      Supplier<RequestSpecification> requests,
      Function<Set<String>, String> tokenGranting,
      int bodyLimit) {
    this.document = document;
    this.requests = requests;
    this.tokenGranting = tokenGranting;
    this.bodyLimit = bodyLimit;
  }

  /** One request to refuse; {@link #check} sends it and throws when the refusal is not uniform. */
  record Case(String name, Runnable check) {}

  List<Case> all() {
    return document.operations().stream().flatMap(one -> of(one).stream()).toList();
  }

  private List<Case> of(ApiOperation operation) {
    List<Case> cases = new ArrayList<>();
    @Nullable String good = operation.isPublic() ? null : tokenGranting.apply(operation.scopes());
    if (!operation.isPublic()) {
      cases.add(
          refused(operation, "no token", 401, Expected.ANY, null, () -> send(operation, null)));
      String wrong = tokenGranting.apply(Set.of());
      cases.add(
          refused(
              operation, "wrong scope", 403, Expected.ANY, wrong, () -> send(operation, wrong)));
    }
    cases.add(
        refused(
            operation,
            "unknown query parameter",
            400,
            new Expected("UNKNOWN_PARAMETER", null),
            good,
            () ->
                withExampleBody(operation, start(operation, good))
                    .queryParam("unknownParameter", "1")
                    .request(operation.method(), path(operation))));
    jsonType(operation).ifPresent(type -> cases.addAll(ofBody(operation, type, good)));
    return cases;
  }

  private List<Case> ofBody(ApiOperation operation, String type, @Nullable String token) {
    List<Case> cases = new ArrayList<>();
    cases.add(
        refused(
            operation,
            "wrong media type",
            415,
            Expected.ANY,
            token,
            () -> send(operation, token, "text/vnd.cadran.unknown", "{}")));
    cases.add(
        refused(
            operation,
            "malformed JSON",
            400,
            Expected.ANY,
            token,
            () -> send(operation, token, type, "{\"cut")));
    cases.add(
        refused(
            operation,
            "unknown field",
            400,
            new Expected("UNKNOWN_FIELD", "/unknownField"),
            token,
            () -> send(operation, token, type, withUnknownField(operation, type))));
    cases.add(
        refused(
            operation,
            "body over the limit",
            413,
            Expected.ANY,
            token,
            () -> send(operation, token, type, "{" + " ".repeat(bodyLimit) + "}")));
    return cases;
  }

  private static Case refused(
      ApiOperation operation,
      String what,
      int status,
      Expected expected,
      @Nullable String token,
      Supplier<Response> exchange) {
    return new Case(
        operation.name() + ": " + what + " → " + status,
        () -> {
          Response response = exchange.get();
          List<String> faults = RefusalForm.faults(response, status, expected, token);
          if (!faults.isEmpty()) {
            throw new AssertionError(
                "%s: %s is not refused as all refusals are:%n- %s%nAnswer: %d %s"
                    .formatted(
                        operation.name(),
                        what,
                        String.join(System.lineSeparator() + "- ", faults),
                        response.statusCode(),
                        response.asString()));
          }
        });
  }

  /** What a refusal has to say beyond its form; null means anything. */
  record Expected(@Nullable String code, @Nullable String pointer) {
    static final Expected ANY = new Expected(null, null);
  }

  private Response send(ApiOperation operation, @Nullable String token) {
    return withExampleBody(operation, start(operation, token))
        .request(operation.method(), path(operation));
  }

  private Response send(
      ApiOperation operation, @Nullable String token, String contentType, String body) {
    return start(operation, token)
        .contentType(contentType)
        .body(body)
        .request(operation.method(), path(operation));
  }

  private RequestSpecification start(ApiOperation operation, @Nullable String token) {
    EncoderConfig encoding =
        RestAssured.config()
            .getEncoderConfig()
            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
            .encodeContentTypeAs("text/vnd.cadran.unknown", ContentType.TEXT);
    for (Map.Entry<String, JsonNode> type : content(operation).properties()) {
      if (!ApiOperation.isJson(type.getKey())) {
        encoding = encoding.encodeContentTypeAs(type.getKey(), ContentType.TEXT);
      }
    }
    // The server may refuse a large body by its head alone; waiting for its word before sending the
    // body keeps the answer from being lost with the closed connection.
    HttpClientConfig client =
        RestAssured.config().getHttpClientConfig().setParam("http.protocol.expect-continue", true);
    RequestSpecification request =
        requests.get().config(RestAssured.config().encoderConfig(encoding).httpClient(client));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    operation
        .parametersIn("query")
        .filter(parameter -> parameter.path("required").asBoolean(false))
        .forEach(parameter -> request.queryParam(name(parameter), example(operation, parameter)));
    operation
        .parametersIn("header")
        .filter(parameter -> Examples.first(document, parameter).isPresent())
        .filter(parameter -> !name(parameter).equalsIgnoreCase("Idempotency-Key"))
        .forEach(parameter -> request.header(name(parameter), example(operation, parameter)));
    // A key used twice with another body is refused for that; each request brings its own.
    operation
        .header("Idempotency-Key")
        .ifPresent(parameter ->
            request.header(
                name(parameter),
                "refusal-" + ProcessHandle.current().pid() + "-" + KEYS.incrementAndGet()));
    return request;
  }

  private RequestSpecification withExampleBody(
      ApiOperation operation, RequestSpecification request) {
    content(operation).properties().stream()
        .findFirst()
        .ifPresent(type -> {
          JsonNode example =
              Examples.first(document, type.getValue())
                  .orElseThrow(() -> noExample(operation, "its body in " + type.getKey()));
          request
              .contentType(type.getKey())
              .body(
                  ApiOperation.isJson(type.getKey()) || !example.isTextual()
                      ? example.toString()
                      : example.textValue());
        });
    return request;
  }

  private String withUnknownField(ApiOperation operation, String type) {
    JsonNode example =
        Examples.first(document, content(operation).path(type))
            .orElseThrow(() -> noExample(operation, "its body in " + type));
    if (!(example.deepCopy() instanceof ObjectNode body)) {
      throw new AssertionError(operation.name() + ": the example of its body is not an object");
    }
    return body.put("unknownField", true).toString();
  }

  private Optional<String> jsonType(ApiOperation operation) {
    return content(operation).properties().stream()
        .map(Map.Entry::getKey)
        .filter(ApiOperation::isJson)
        .findFirst();
  }

  private JsonNode content(ApiOperation operation) {
    return document.requestBody(operation).path("content");
  }

  private String path(ApiOperation operation) {
    Map<String, String> values = new LinkedHashMap<>();
    operation
        .parametersIn("path")
        .forEach(parameter -> values.put(name(parameter), example(operation, parameter)));
    String path = operation.path();
    for (Map.Entry<String, String> value : values.entrySet()) {
      path = path.replace("{" + value.getKey() + "}", Objects.requireNonNull(value.getValue()));
    }
    return path;
  }

  private String example(ApiOperation operation, JsonNode parameter) {
    return Examples.first(document, parameter)
        .orElseThrow(() -> noExample(operation, "its parameter " + name(parameter)))
        .asText();
  }

  private static String name(JsonNode parameter) {
    return parameter.path("name").asText();
  }

  private static AssertionError noExample(ApiOperation operation, String of) {
    return new AssertionError(operation.name() + " documents no example of " + of);
  }
}
