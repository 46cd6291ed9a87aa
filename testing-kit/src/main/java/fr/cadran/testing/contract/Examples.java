package fr.cadran.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The examples written on a media type, a parameter, a header or a schema. */
final class Examples {

  private Examples() {}

  /** All examples written here, each under the name it is reported by. */
  static Map<String, JsonNode> writtenOn(ApiDocument document, JsonNode node) {
    Map<String, JsonNode> examples = new LinkedHashMap<>();
    if (node.has("example")) {
      examples.put("example", node.path("example"));
    }
    JsonNode several = node.path("examples");
    if (several.isArray()) {
      for (int i = 0; i < several.size(); i++) {
        examples.put("examples/" + i, several.get(i));
      }
    } else {
      several
          .properties()
          .forEach(entry -> {
            JsonNode example = document.resolve(entry.getValue());
            if (example.has("value")) {
              examples.put("examples/" + entry.getKey(), example.path("value"));
            }
          });
    }
    return examples;
  }

  /** The first example of a media type or a parameter, or else of its schema. */
  static Optional<JsonNode> first(ApiDocument document, JsonNode node) {
    return writtenOn(document, node).values().stream()
        .findFirst()
        .or(() ->
            writtenOn(document, document.resolve(node.path("schema"))).values().stream()
                .findFirst());
  }
}
