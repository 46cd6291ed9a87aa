package fr.cadran.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The judge of breaking changes is itself judged, on a small document with one change at a time.
 */
class ApiCompatibilityTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RELEASED =
      """
      {"openapi": "3.1.0", "info": {"title": "t", "version": "1.0.0"},
       "paths": {
         "/v1/centres": {
           "get": {"operationId": "listCentres",
             "parameters": [{"name": "q", "in": "query",
                             "schema": {"type": "string", "maxLength": 50}}],
             "responses": {"200": {"description": "ok",
               "headers": {"Link": {"schema": {"type": "string"}}},
               "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Centre"}}}}}},
           "post": {"operationId": "registerCentre",
             "requestBody": {"required": true, "content": {
               "application/json": {"schema": {"$ref": "#/components/schemas/Wish"}},
               "text/csv": {"schema": {"type": "string"}}}},
             "responses": {"201": {"description": "made"}}}}},
       "components": {"schemas": {
         "Kind": {"type": "string", "enum": ["A", "B"]},
         "Centre": {"type": "object", "additionalProperties": false,
           "required": ["name", "kind", "note"],
           "properties": {"name": {"type": "string"}, "rooms": {"type": "integer"},
                          "kind": {"$ref": "#/components/schemas/Kind"},
                          "note": {"type": ["string", "null"]}}},
         "Wish": {"type": "object", "additionalProperties": false, "required": ["name"],
           "properties": {"name": {"type": "string", "maxLength": 20},
                          "note": {"type": ["string", "null"]},
                          "rooms": {"type": "integer", "maximum": 9},
                          "doors": {"type": "array", "maxItems": 9, "items": {"type": "string"}},
                          "kind": {"anyOf": [{"$ref": "#/components/schemas/WishKind"},
                                             {"type": "null"}]}}},
         "WishKind": {"type": "string", "enum": ["A", "B"]}}}}
      """;

  private static ObjectNode at(JsonNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static ObjectNode property(JsonNode document, String schema, String name) {
    return at(document, "/components/schemas/" + schema + "/properties/" + name);
  }

  private static ArrayNode list(JsonNode document, String pointer) {
    return (ArrayNode) document.at(pointer);
  }

  record Change(String name, Consumer<JsonNode> made) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Change> BREAKING =
      List.of(
          new Change("a removed operation", d -> at(d, "/paths/~1v1~1centres").remove("post")),
          new Change("a removed path", d -> at(d, "/paths").remove("/v1/centres")),
          new Change(
              "a renamed operation",
              d -> at(d, "/paths/~1v1~1centres/get").put("operationId", "searchCentres")),
          new Change(
              "a removed parameter",
              d -> list(d, "/paths/~1v1~1centres/get/parameters").removeAll()),
          new Change(
              "a parameter that became required",
              d -> at(d, "/paths/~1v1~1centres/get/parameters/0").put("required", true)),
          new Change(
              "a new required parameter",
              d ->
                  list(d, "/paths/~1v1~1centres/get/parameters")
                      .addObject()
                      .put("name", "on")
                      .put("in", "query")
                      .put("required", true)
                      .putObject("schema")
                      .put("type", "string")),
          new Change(
              "a removed field of an answer",
              d -> at(d, "/components/schemas/Centre/properties").remove("rooms")),
          new Change(
              "a required field of an answer that became optional",
              d -> list(d, "/components/schemas/Centre/required").remove(0)),
          new Change(
              "an answer that became null",
              d -> property(d, "Centre", "name").putArray("type").add("string").add("null")),
          new Change(
              "a field of an answer of another type",
              d -> property(d, "Centre", "rooms").put("type", "string")),
          new Change(
              "a removed field of a request",
              d -> at(d, "/components/schemas/Wish/properties").remove("rooms")),
          new Change(
              "a new required field of a request",
              d -> {
                at(d, "/components/schemas/Wish/properties")
                    .putObject("siret")
                    .put("type", "string");
                list(d, "/components/schemas/Wish/required").add("siret");
              }),
          new Change(
              "a field of a request that became required",
              d -> list(d, "/components/schemas/Wish/required").add("rooms")),
          new Change(
              "a field of a request that may no longer be null",
              d -> property(d, "Wish", "note").put("type", "string")),
          new Change(
              "a request's number that became a text",
              d -> property(d, "Wish", "rooms").put("type", "string")),
          new Change(
              "a shorter text of a request", d -> property(d, "Wish", "name").put("maxLength", 5)),
          new Change(
              "a smaller number of a request", d -> property(d, "Wish", "rooms").put("maximum", 3)),
          new Change(
              "a shorter list of a request", d -> property(d, "Wish", "doors").put("maxItems", 3)),
          new Change(
              "a removed value of a request",
              d -> list(d, "/components/schemas/WishKind/enum").remove(1)),
          new Change(
              "a new pattern of a request",
              d -> property(d, "Wish", "name").put("pattern", "[a-z]+")),
          new Change(
              "a removed type of content",
              d -> at(d, "/paths/~1v1~1centres/post/requestBody/content").remove("text/csv")),
          new Change(
              "a removed answer", d -> at(d, "/paths/~1v1~1centres/get/responses").remove("200")),
          new Change(
              "a removed header of an answer",
              d -> at(d, "/paths/~1v1~1centres/get/responses/200/headers").remove("Link")));

  static final List<Change> ADDITIVE =
      List.of(
          new Change("nothing", d -> {}),
          new Change(
              "a new operation",
              d ->
                  at(d, "/paths")
                      .putObject("/v1/cpts")
                      .putObject("get")
                      .put("operationId", "listCpts")
                      .putObject("responses")
                      .putObject("200")
                      .put("description", "ok")),
          new Change(
              "a new optional parameter",
              d ->
                  list(d, "/paths/~1v1~1centres/get/parameters")
                      .addObject()
                      .put("name", "on")
                      .put("in", "query")
                      .putObject("schema")
                      .put("type", "string")),
          new Change(
              "a new field of an answer",
              d -> {
                at(d, "/components/schemas/Centre/properties")
                    .putObject("siret")
                    .put("type", "string");
                list(d, "/components/schemas/Centre/required").add("siret");
              }),
          new Change(
              "a new optional field of a request",
              d ->
                  at(d, "/components/schemas/Wish/properties")
                      .putObject("siret")
                      .put("type", "string")),
          new Change(
              "a longer text of a request", d -> property(d, "Wish", "name").put("maxLength", 90)),
          new Change("a new value", d -> list(d, "/components/schemas/WishKind/enum").add("C")),
          new Change(
              "a value that answers did not have",
              d -> list(d, "/components/schemas/Kind/enum").add("C")),
          new Change(
              "a new answer",
              d ->
                  at(d, "/paths/~1v1~1centres/get/responses")
                      .putObject("429")
                      .put("description", "slower")),
          new Change(
              "a new header of an answer",
              d ->
                  at(d, "/paths/~1v1~1centres/get/responses/200/headers")
                      .putObject("ETag")
                      .putObject("schema")
                      .put("type", "string")),
          new Change(
              "another description", d -> property(d, "Wish", "name").put("description", "Nom")));

  private static List<String> breaks(Change change) throws JsonProcessingException {
    JsonNode current = JSON.readTree(RELEASED);
    change.made().accept(current);
    return ApiCompatibility.breaks(JSON.readTree(RELEASED), current);
  }

  @ParameterizedTest
  @FieldSource("BREAKING")
  void a_breaking_change_is_refused(Change change) throws JsonProcessingException {
    assertThat(breaks(change)).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("ADDITIVE")
  void an_additive_change_is_welcome(Change change) throws JsonProcessingException {
    assertThat(breaks(change)).isEmpty();
  }

  @Test
  void what_is_refused_says_where() throws JsonProcessingException {
    assertThat(breaks(BREAKING.getFirst()))
        .singleElement()
        .asString()
        .contains("POST")
        .contains("/v1/centres");
  }
}
