package fr.cadran.testing.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An OpenAPI 3.1 document, with its operations and its schemas ready to judge JSON. */
final class ApiDocument {

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** JSON Schema 2020-12 with the members of OpenAPI that only describe. */
  private static final Dialect OPENAPI =
      Dialect.builder("https://cadran.invalid/dialect", Dialects.getDraft202012())
          .keywords(
              Stream.of("components", "example", "discriminator", "xml", "externalDocs")
                  .map(NonValidationKeyword::new)
                  .toList())
          .build();

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          OPENAPI,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .formatAssertionsEnabled(true)
                      .locale(Locale.ENGLISH)
                      .build()));

  private final JsonNode root;
  private final List<ApiOperation> operations;
  private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

  private ApiDocument(JsonNode root) {
    this.root = root;
    this.operations = readOperations();
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException when it is not JSON or not OpenAPI 3.1
   */
  static ApiDocument parse(String json) {
    JsonNode root = readJson(json).orElse(MissingNode.getInstance());
    String version = root.path("openapi").asText("");
    if (!version.startsWith("3.1")) {
      throw new IllegalArgumentException(
          "Not an OpenAPI 3.1 document (openapi: «" + version + "»)");
    }
    return new ApiDocument(root);
  }

  /** The value of a text, empty when it is not exactly one JSON value. */
  static Optional<JsonNode> readJson(String text) {
    try {
      JsonNode value = JSON.readTree(text);
      return value.isMissingNode() ? Optional.empty() : Optional.of(value);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  JsonNode root() {
    return root;
  }

  List<ApiOperation> operations() {
    return operations;
  }

  /** The operation a request is meant for, empty when the document has none. */
  Optional<ApiOperation> operation(String method, String requestPath) {
    return operations.stream()
        .filter(operation -> operation.method().equalsIgnoreCase(method))
        .filter(operation -> candidates(requestPath).stream().anyMatch(operation::matches))
        .max(Comparator.comparingInt(ApiOperation::fixedCharacters));
  }

  /** The documented answer for a status: itself, its class ({@code 4XX}) or the default. */
  JsonNode response(ApiOperation operation, int status) {
    JsonNode responses = operation.node().path("responses");
    for (String key : keys(status)) {
      if (responses.has(key)) {
        return resolve(responses.get(key));
      }
    }
    return MissingNode.getInstance();
  }

  /** The keys under which an answer may be documented, the most exact first. */
  static List<String> keys(int status) {
    return List.of(String.valueOf(status), status / 100 + "XX", "default");
  }

  JsonNode requestBody(ApiOperation operation) {
    return resolve(operation.node().path("requestBody"));
  }

  /** Follows {@code $ref} into the document. */
  JsonNode resolve(JsonNode node) {
    JsonNode current = node;
    for (int hops = 0; current.has("$ref") && hops < 20; hops++) {
      String reference = current.path("$ref").asText();
      if (!reference.startsWith("#/")) {
        throw new IllegalArgumentException("The document refers outside itself: " + reference);
      }
      current = root.at(reference.substring(1));
    }
    return current;
  }

  /** What a value breaks in a schema of the document; empty when it conforms. */
  List<String> faults(JsonNode schema, JsonNode value) {
    return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(ApiDocument::sentence)
        .toList();
  }

  private static String sentence(Error error) {
    String place = error.getInstanceLocation().toString();
    return (place.isEmpty() ? "the whole body" : place) + ": " + error.getMessage();
  }

  /** The schema becomes a document of its own that carries what its references point to. */
  private Schema compile(JsonNode schema) {
    ObjectNode standalone = JSON.createObjectNode();
    if (schema.isObject()) {
      standalone.setAll((ObjectNode) schema.deepCopy());
    } else if (schema.isBoolean() && !schema.booleanValue()) {
      standalone.putObject("not");
    }
    standalone.set("components", root.path("components").deepCopy());
    return SCHEMAS.getSchema(standalone);
  }

  private List<ApiOperation> readOperations() {
    List<ApiOperation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          JsonNode operation = entry.getValue();
          found.add(
              new ApiOperation(
                  entry.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  operation,
                  parameters(path.getValue(), operation),
                  (operation.has("security") ? operation : root).path("security")));
        }
      }
    }
    return List.copyOf(found);
  }

  private List<JsonNode> parameters(JsonNode path, JsonNode operation) {
    List<JsonNode> parameters = new ArrayList<>();
    path.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
    operation.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
    return List.copyOf(parameters);
  }

  /** The path as sent, and without the base path of each server. */
  private List<String> candidates(String requestPath) {
    List<String> candidates = new ArrayList<>(List.of(requestPath));
    for (JsonNode server : root.path("servers")) {
      @Nullable String base = URI.create(server.path("url").asText("/")).getPath();
      if (base != null && base.length() > 1 && requestPath.startsWith(base)) {
        String rest = requestPath.substring(base.length());
        candidates.add(rest.startsWith("/") ? rest : "/" + rest);
      }
    }
    return candidates;
  }
}
