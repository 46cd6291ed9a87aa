package fr.cadran.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Merges the descriptions of several services into one OpenAPI 3.1 document. Components that two
 * services define differently are told apart by the service's name; identical ones are kept once.
 */
final class DescriptionMerge {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String COMPONENTS = "#/components/";

  private final ObjectNode merged = JSON.objectNode();
  private final BiPredicate<String, String> isRouted;
  private final Set<String> operationIds = new HashSet<>();
  private final Set<String> tags = new HashSet<>();

  /**
   * Starts a document.
   *
   * @param info title, version, description
   * @param publicUrl where the gateway is reached
   * @param isRouted whether a path of a service can be called from outside
   */
  DescriptionMerge(ObjectNode info, String publicUrl, BiPredicate<String, String> isRouted) {
    this.isRouted = isRouted;
    merged.put("openapi", "3.1.0");
    merged.set("info", info);
    merged.putArray("servers").addObject().put("url", publicUrl).put("x-internal", false);
    merged.putArray("tags");
    merged.putObject("paths");
    merged.putObject("components").set("headers", DoorAnswers.headers());
  }

  /**
   * Adds one service's document.
   *
   * @throws IllegalStateException when two services describe one path differently, or use one
   *     operation id twice: an error in a service, which its build must find
   */
  void add(String service, JsonNode document) {
    Map<String, String> renamed = addComponents(service, document.path("components"));
    document
        .path("tags")
        .forEach(tag -> {
          if (tags.add(tag.path("name").asText())) {
            ((ArrayNode) merged.get("tags")).add(tag);
          }
        });
    ObjectNode paths = (ObjectNode) merged.get("paths");
    document
        .path("paths")
        .properties()
        .forEach(path -> {
          if (isRouted.test(service, path.getKey()) && !paths.has(path.getKey())) {
            JsonNode operations = rewrite(path.getValue(), renamed);
            demandUniqueIds(service, operations);
            addWhatTheDoorAnswers(operations);
            paths.set(path.getKey(), operations);
          }
        });
  }

  JsonNode document() {
    return merged;
  }

  private void demandUniqueIds(String service, JsonNode operations) {
    operations
        .findValuesAsText("operationId")
        .forEach(id -> {
          if (!operationIds.add(id)) {
            throw new IllegalStateException(service + " repeats the operation id " + id);
          }
        });
  }

  private static void addWhatTheDoorAnswers(JsonNode operations) {
    for (JsonNode operation : operations) {
      if (operation.path("responses") instanceof ObjectNode responses) {
        DoorAnswers.addTo(responses);
      }
    }
  }

  private Map<String, String> addComponents(String service, JsonNode components) {
    Map<String, String> renamed = new HashMap<>();
    ObjectNode all = (ObjectNode) merged.get("components");
    components
        .properties()
        .forEach(kind ->
            kind.getValue()
                .properties()
                .forEach(component -> {
                  JsonNode known = all.path(kind.getKey()).path(component.getKey());
                  if (!known.isMissingNode() && !known.equals(component.getValue())) {
                    renamed.put(
                        COMPONENTS + kind.getKey() + "/" + component.getKey(),
                        COMPONENTS + kind.getKey() + "/" + service + "." + component.getKey());
                  }
                }));
    components
        .properties()
        .forEach(kind -> {
          ObjectNode target = all.withObjectProperty(kind.getKey());
          kind.getValue()
              .properties()
              .forEach(component -> {
                String reference = COMPONENTS + kind.getKey() + "/" + component.getKey();
                String name = renamed.getOrDefault(reference, reference);
                target.set(
                    name.substring(name.lastIndexOf('/') + 1),
                    rewrite(component.getValue(), renamed));
              });
        });
    return renamed;
  }

  private static JsonNode rewrite(JsonNode node, Map<String, String> renamed) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JSON.objectNode();
      object
          .properties()
          .forEach(entry -> {
            boolean isReference = entry.getKey().equals("$ref") && entry.getValue().isTextual();
            copy.set(
                entry.getKey(),
                isReference
                    ? TextNode.valueOf(
                        renamed.getOrDefault(entry.getValue().asText(), entry.getValue().asText()))
                    : rewrite(entry.getValue(), renamed));
          });
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JSON.arrayNode();
      array.forEach(item -> copy.add(rewrite(item, renamed)));
      return copy;
    }
    return node;
  }
}
