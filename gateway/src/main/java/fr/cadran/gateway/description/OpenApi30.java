package fr.cadran.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes an OpenAPI 3.1 document as 3.0.3, for tools that read no other. Says the same with the
 * words of 3.0.3 ({@code nullable}, {@code example}, a boolean {@code exclusiveMinimum}); what has
 * no word there is left out, so that the rendering may accept more than the document, never less.
 */
public final class OpenApi30 {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String NULLABLE = "nullable";
  private static final String REF = "$ref";

  /** Parts of a schema that hold one schema. */
  private static final Set<String> ONE = Set.of("items", "not", "additionalProperties");

  /** Parts of a schema that hold alternatives. */
  private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf");

  /** What 3.0.3 knows of a schema and means the same by. */
  private static final Set<String> KEPT =
      Set.of(
          "title",
          "multipleOf",
          "maximum",
          "minimum",
          "maxLength",
          "minLength",
          "pattern",
          "maxItems",
          "minItems",
          "uniqueItems",
          "maxProperties",
          "minProperties",
          "required",
          "format",
          "description",
          "default",
          "discriminator",
          "readOnly",
          "writeOnly",
          "xml",
          "externalDocs",
          "example",
          "deprecated");

  private final JsonNode document;

  private OpenApi30(JsonNode document) {
    this.document = document;
  }

  /** Renders a whole document, which stays as it is. */
  public static JsonNode of(JsonNode document) {
    return new OpenApi30(document).rendered();
  }

  private JsonNode rendered() {
    ObjectNode rendered = (ObjectNode) outsideSchemas(document);
    rendered.put("openapi", "3.0.3");
    rendered.remove(List.of("jsonSchemaDialect", "webhooks"));
    if (rendered.get("info") instanceof ObjectNode info) {
      info.remove("summary");
      if (info.get("license") instanceof ObjectNode license && license.has("identifier")) {
        license.put(
            "url", "https://spdx.org/licenses/" + license.remove("identifier").asText() + ".html");
      }
    }
    if (rendered.get("components") instanceof ObjectNode components) {
      components.remove("pathItems");
    }
    if (!rendered.has("paths")) {
      rendered.putObject("paths");
    }
    rendered.path("paths").forEach(path -> path.forEach(OpenApi30::keepScopesAside));
    return rendered;
  }

  /** Scopes beside a bearer scheme are new in 3.1; there they are an extension. */
  private static void keepScopesAside(JsonNode node) {
    if (!(node instanceof ObjectNode operation) || operation.path("security").isEmpty()) {
      return;
    }
    ArrayNode scopes = JSON.arrayNode();
    for (JsonNode requirement : operation.path("security")) {
      for (Map.Entry<String, JsonNode> scheme : requirement.properties()) {
        scheme.getValue().forEach(scopes::add);
        ((ArrayNode) scheme.getValue()).removeAll();
      }
    }
    operation.set("x-required-scopes", scopes);
  }

  private JsonNode outsideSchemas(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JSON.arrayNode();
      array.forEach(item -> copy.add(outsideSchemas(item)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = JSON.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode value = member.getValue();
      copy.set(
          member.getKey(),
          switch (member.getKey()) {
            case "schema" -> schema(value);
            case "schemas" -> schemas(value);
            // What an example holds is nobody's schema, whatever its members are called.
            case "example", "examples" -> value.deepCopy();
            default -> outsideSchemas(value);
          });
    }
    return copy;
  }

  private ObjectNode schemas(JsonNode named) {
    ObjectNode copy = JSON.objectNode();
    named.properties().forEach(member -> copy.set(member.getKey(), schema(member.getValue())));
    return copy;
  }

  private JsonNode schema(JsonNode node) {
    if (node.isBoolean()) {
      ObjectNode anything = JSON.objectNode();
      return node.asBoolean() ? anything : anything.set("not", JSON.objectNode());
    }
    if (!(node instanceof ObjectNode schema)) {
      return node;
    }
    return schema.has(REF) ? reference(schema) : withoutReference(schema);
  }

  /** In 3.0.3 nothing may stand beside a reference, so it moves into an {@code allOf}. */
  private ObjectNode reference(ObjectNode schema) {
    ObjectNode plain = JSON.objectNode().put(REF, schema.path(REF).asText());
    ObjectNode beside = schema.deepCopy();
    // The type and the closed-ness of what is referred to are said there.
    beside.remove(List.of(REF, "type", "additionalProperties"));
    if (beside.isEmpty()) {
      return plain;
    }
    ObjectNode rendered = withoutReference(beside);
    rendered.withArrayProperty("allOf").insert(0, plain);
    return rendered;
  }

  private ObjectNode withoutReference(ObjectNode schema) {
    ObjectNode rendered = JSON.objectNode();
    type(schema.path("type"), rendered);
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      String key = member.getKey();
      JsonNode value = member.getValue();
      if (KEPT.contains(key) || key.startsWith("x-")) {
        rendered.set(key, value.deepCopy());
      } else if (ONE.contains(key)) {
        // Only additionalProperties may be a boolean in 3.0.3.
        boolean stays = value.isBoolean() && key.equals("additionalProperties");
        rendered.set(key, stays ? value : schema(value));
      } else if (key.equals("properties")) {
        rendered.set(key, schemas(value));
      } else if (key.equals("allOf")) {
        value.forEach(one -> rendered.withArrayProperty(key).add(schema(one)));
      } else if (ALTERNATIVES.contains(key)) {
        alternatives(key, value, rendered);
      }
    }
    limits(schema, rendered);
    values(schema, rendered);
    if (rendered.has("allOf")) {
      // Generators give a default the type that stands beside it, not the one referred to.
      rendered.remove("default");
    }
    if (rendered.path("type").asText().equals("array") && !rendered.has("items")) {
      rendered.putObject("items");
    }
    return rendered;
  }

  private static void type(JsonNode type, ObjectNode rendered) {
    if (type.isTextual()) {
      if (isNull(type)) {
        onlyNull(rendered);
      } else {
        rendered.set("type", type);
      }
      return;
    }
    List<JsonNode> others = new ArrayList<>();
    boolean hasNull = false;
    for (JsonNode one : type) {
      if (isNull(one)) {
        hasNull = true;
      } else {
        others.add(one);
      }
    }
    if (others.size() == 1) {
      rendered.set("type", others.getFirst());
    } else if (others.size() > 1) {
      ArrayNode any = rendered.putArray("anyOf");
      boolean orNull = hasNull;
      others.forEach(one -> {
        ObjectNode alternative = any.addObject();
        alternative.set("type", one);
        if (one.asText().equals("array")) {
          alternative.putObject("items");
        }
        if (orNull) {
          alternative.put(NULLABLE, true);
        }
      });
    } else if (hasNull) {
      onlyNull(rendered);
    }
    if (hasNull && others.size() == 1) {
      rendered.put(NULLABLE, true);
    }
  }

  private static void onlyNull(ObjectNode rendered) {
    rendered.put("type", "object").put(NULLABLE, true).putArray("enum").addNull();
  }

  private static boolean isNull(JsonNode type) {
    return type.asText().equals("null");
  }

  /**
   * A schema or null. A single reference becomes an {@code allOf} with the type of what is referred
   * to and {@code nullable}: that is what generators read as a reference or null. What has no one
   * type keeps an alternative that only null fits.
   */
  private void alternatives(String key, JsonNode list, ObjectNode rendered) {
    ArrayNode others = JSON.arrayNode();
    boolean hasNull = false;
    for (JsonNode one : list) {
      if (isNull(one.path("type")) && one.size() == 1) {
        hasNull = true;
      } else {
        others.add(schema(one));
      }
    }
    String type = others.size() == 1 ? typeOf(list.get(0)) : "";
    if (hasNull && !type.isEmpty()) {
      rendered.put("type", type).put(NULLABLE, true);
      rendered.withArrayProperty("allOf").addAll(others);
      return;
    }
    if (hasNull) {
      onlyNull(others.addObject());
    }
    rendered.withArrayProperty(key).addAll(others);
  }

  /** The one type of a schema, wherever it is said; empty when there is none or more than one. */
  private String typeOf(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      return type.asText();
    }
    String reference = schema.path(REF).asText();
    return reference.startsWith("#/") ? typeOf(document.at(reference.substring(1))) : "";
  }

  private static void limits(ObjectNode schema, ObjectNode rendered) {
    exclusive(schema, rendered, "minimum", "exclusiveMinimum", 1);
    exclusive(schema, rendered, "maximum", "exclusiveMaximum", -1);
  }

  private static void exclusive(
      ObjectNode schema, ObjectNode rendered, String limit, String exclusive, int tighter) {
    JsonNode bound = schema.path(exclusive);
    if (!bound.isNumber()) {
      return;
    }
    JsonNode inclusive = schema.path(limit);
    boolean inclusiveIsTighter =
        inclusive.isNumber()
            && inclusive.decimalValue().compareTo(bound.decimalValue()) * tighter > 0;
    if (!inclusiveIsTighter) {
      rendered.set(limit, bound);
      rendered.put(exclusive, true);
    }
  }

  private static void values(ObjectNode schema, ObjectNode rendered) {
    if (schema.has("enum")) {
      rendered.set("enum", schema.get("enum").deepCopy());
    }
    if (schema.has("const")) {
      rendered.putArray("enum").add(schema.get("const"));
    }
    // A null among the values is said by both words in 3.0.3.
    boolean nullIsAValue =
        rendered.path("enum").valueStream().anyMatch(value -> value instanceof NullNode);
    if (nullIsAValue && rendered.has("type")) {
      rendered.put(NULLABLE, true);
    }
    if (!rendered.has("example") && !schema.path("examples").isEmpty()) {
      rendered.set("example", schema.path("examples").get(0).deepCopy());
    }
    String encoding = schema.path("contentEncoding").asText();
    if (encoding.equals("base64") && !rendered.has("format")) {
      rendered.put("format", "byte");
    }
  }
}
