package fr.cadran.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Visits every schema written in a document, each once, with where it stands. */
final class SchemaWalk {

  private static final List<String> ONE =
      List.of("items", "additionalProperties", "not", "if", "then", "else", "contains");
  private static final List<String> MANY = List.of("allOf", "oneOf", "anyOf", "prefixItems");
  private static final List<String> NAMED = List.of("properties", "patternProperties", "$defs");

  private final List<Place> places = new ArrayList<>();

  /**
   * A schema and where it stands.
   *
   * @param isPart whether it is a branch of a composition that is closed as a whole
   */
  record Place(String pointer, JsonNode schema, boolean isPart) {}

  static List<Place> of(ApiDocument document) {
    SchemaWalk walk = new SchemaWalk();
    walk.anywhere(document.root().path("paths"), "#/paths");
    walk.anywhere(document.root().path("components"), "#/components");
    return walk.places;
  }

  /**
   * Looks for {@code schema} and {@code schemas} members; examples may hold anything and are left.
   */
  private void anywhere(JsonNode node, String pointer) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        anywhere(node.get(i), pointer + "/" + i);
      }
      return;
    }
    node.properties()
        .forEach(entry -> {
          String here = pointer + "/" + entry.getKey();
          switch (entry.getKey()) {
            case "schema" -> visit(entry.getValue(), here, false);
            case "schemas" ->
                entry
                    .getValue()
                    .properties()
                    .forEach(named -> visit(named.getValue(), here + "/" + named.getKey(), false));
            case "example", "examples" -> {}
            default -> anywhere(entry.getValue(), here);
          }
        });
  }

  private void visit(JsonNode schema, String pointer, boolean isPart) {
    if (!schema.isObject()) {
      return;
    }
    places.add(new Place(pointer, schema, isPart));
    boolean closesItsParts = isFalse(schema.path("unevaluatedProperties"));
    for (String keyword : ONE) {
      visit(schema.path(keyword), pointer + "/" + keyword, false);
    }
    for (String keyword : MANY) {
      JsonNode branches = schema.path(keyword);
      for (int i = 0; i < branches.size(); i++) {
        visit(branches.get(i), pointer + "/" + keyword + "/" + i, closesItsParts);
      }
    }
    for (String keyword : NAMED) {
      schema
          .path(keyword)
          .properties()
          .forEach(entry ->
              visit(entry.getValue(), pointer + "/" + keyword + "/" + entry.getKey(), false));
    }
  }

  static boolean isFalse(JsonNode node) {
    return node.isBoolean() && !node.booleanValue();
  }
}
