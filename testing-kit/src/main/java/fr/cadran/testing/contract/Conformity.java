package fr.cadran.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges one exchange against the document. */
final class Conformity {

  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

  private final ApiDocument document;

  Conformity(ApiDocument document) {
    this.document = document;
  }

  /** What in the exchange is not as documented; empty when all is. */
  List<String> faults(Exchange exchange) {
    Optional<ApiOperation> operation = document.operation(exchange.method(), exchange.path());
    if (operation.isEmpty()) {
      return List.of("no documented operation has this method and path");
    }
    List<String> faults = new ArrayList<>();
    JsonNode response = document.response(operation.get(), exchange.status());
    if (response.isMissingNode()) {
      faults.add("the status " + exchange.status() + " is not documented");
    } else {
      body(exchange, response.path("content"), faults);
      headers(exchange, response.path("headers"), faults);
    }
    if (exchange.succeeded()) {
      request(exchange, operation.get(), faults);
    }
    return List.copyOf(faults);
  }

  private void body(Exchange exchange, JsonNode content, List<String> faults) {
    boolean bodyless =
        WITHOUT_BODY.contains(exchange.status()) || exchange.method().equalsIgnoreCase("HEAD");
    if (exchange.body().isEmpty()) {
      if (!content.isEmpty() && !bodyless) {
        faults.add("the answer has no body, and one is documented");
      }
      return;
    }
    if (content.isEmpty()) {
      faults.add("the answer has a body, and none is documented");
      return;
    }
    String contentType = exchange.header("Content-Type").orElse("");
    JsonNode mediaType = ApiOperation.mediaType(content, contentType);
    if (mediaType.isMissingNode()) {
      faults.add("the content type «" + contentType + "» is not documented");
    } else if (ApiOperation.isJson(contentType)) {
      json("the answer", exchange.body(), mediaType.path("schema"), faults);
    }
  }

  private void json(String what, String text, JsonNode schema, List<String> faults) {
    Optional<JsonNode> value = ApiDocument.readJson(text);
    if (value.isEmpty()) {
      faults.add(what + " is not JSON");
    } else if (schema.isMissingNode()) {
      faults.add(what + " has no documented schema");
    } else {
      document
          .faults(schema, value.get())
          .forEach(fault -> faults.add(what + " breaks its schema: " + fault));
    }
  }

  private void headers(Exchange exchange, JsonNode documented, List<String> faults) {
    documented
        .properties()
        .forEach(entry -> {
          JsonNode header = document.resolve(entry.getValue());
          Optional<String> value = exchange.header(entry.getKey());
          if (value.isEmpty() && header.path("required").asBoolean(false)) {
            faults.add("the header " + entry.getKey() + " is documented as required");
          }
          value
              .filter(text -> header.has("schema"))
              .map(text -> document.faults(header.path("schema"), scalar(header, text)))
              .ifPresent(found ->
                  found.forEach(fault ->
                      faults.add("the header " + entry.getKey() + " breaks its schema: " + fault)));
        });
  }

  /** A header is text on the wire; a schema may say that the text is a number. */
  private JsonNode scalar(JsonNode header, String text) {
    String type = document.resolve(header.path("schema")).path("type").asText("string");
    boolean number = type.equals("integer") || type.equals("number");
    return number
        ? ApiDocument.readJson(text).orElse(JsonNodeFactory.instance.textNode(text))
        : JsonNodeFactory.instance.textNode(text);
  }

  private void request(Exchange exchange, ApiOperation operation, List<String> faults) {
    Set<String> known =
        operation
            .parametersIn("query")
            .map(parameter -> parameter.path("name").asText())
            .collect(Collectors.toSet());
    exchange.queryParameters().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> faults.add("the query parameter «" + name + "» is accepted undocumented"));

    String body = exchange.requestBody();
    if (body == null || body.isEmpty()) {
      return;
    }
    JsonNode content = document.requestBody(operation).path("content");
    if (content.isEmpty()) {
      faults.add("a request body is accepted, and none is documented");
      return;
    }
    String contentType = exchange.requestContentType() == null ? "" : exchange.requestContentType();
    JsonNode mediaType = ApiOperation.mediaType(content, contentType);
    if (mediaType.isMissingNode()) {
      faults.add("the content type «" + contentType + "» of the request is accepted undocumented");
    } else if (ApiOperation.isJson(contentType)) {
      json("the accepted request", body, mediaType.path("schema"), faults);
    }
  }
}
