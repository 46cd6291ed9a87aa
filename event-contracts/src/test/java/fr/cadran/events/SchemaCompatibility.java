package fr.cadran.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what a schema breaks for those who know the last release: consumers that read today's
 * messages by yesterday's schema, and today's consumers that read yesterday's messages again.
 */
final class SchemaCompatibility {

  private final JsonNode releasedRoot;
  private final JsonNode currentRoot;
  private final Set<String> compared = new HashSet<>();
  private final List<String> breaks = new ArrayList<>();

  private SchemaCompatibility(JsonNode releasedRoot, JsonNode currentRoot) {
    this.releasedRoot = releasedRoot;
    this.currentRoot = currentRoot;
  }

  /** Empty when every change is additive. */
  static List<String> breaks(JsonNode released, JsonNode current) {
    SchemaCompatibility comparison = new SchemaCompatibility(released, current);
    comparison.compare("", released, current);
    return comparison.breaks;
  }

  private void compare(String path, JsonNode releasedNode, JsonNode currentNode) {
    JsonNode released = resolve(releasedNode, releasedRoot);
    JsonNode current = resolve(currentNode, currentRoot);
    if (!compared.add(path)) {
      return;
    }
    Set<String> before = types(releasedNode, released);
    Set<String> now = types(currentNode, current);
    if (!before.equals(now)) {
      breaks.add("retyped: " + path + " was " + before + ", is " + now);
    }
    if (!texts(released.path("enum")).equals(texts(current.path("enum")))) {
      breaks.add("other values allowed: " + path);
    }
    Set<String> requiredBefore = texts(released.path("required"));
    Set<String> requiredNow = texts(current.path("required"));
    for (String name : requiredNow) {
      if (!requiredBefore.contains(name)) {
        breaks.add("newly required: " + path + "/" + name);
      }
    }
    for (String name : requiredBefore) {
      if (!requiredNow.contains(name)) {
        breaks.add("no longer required: " + path + "/" + name);
      }
    }
    released
        .path("properties")
        .properties()
        .forEach(property -> {
          String below = path + "/" + property.getKey();
          JsonNode counterpart = current.path("properties").path(property.getKey());
          if (counterpart.isMissingNode()) {
            breaks.add("removed: " + below);
          } else {
            compare(below, property.getValue(), counterpart);
          }
        });
    if (released.has("items")) {
      compare(path + "/*", released.path("items"), current.path("items"));
    }
    if (released.path("additionalProperties").isObject()) {
      compare(
          path + "/*", released.path("additionalProperties"), current.path("additionalProperties"));
    }
  }

  /** The schemas write an object that may be null as one of a reference and null. */
  private static JsonNode resolve(JsonNode node, JsonNode root) {
    JsonNode reference = node.path("$ref");
    for (JsonNode choice : node.path("oneOf")) {
      if (choice.has("$ref")) {
        reference = choice.path("$ref");
      }
    }
    return reference.isMissingNode() ? node : root.at(reference.asText().substring(1));
  }

  private static Set<String> types(JsonNode node, JsonNode resolved) {
    Set<String> types = texts(resolved.path("type"));
    for (JsonNode choice : node.path("oneOf")) {
      types.addAll(texts(choice.path("type")));
    }
    return types;
  }

  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new TreeSet<>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.elements().forEachRemaining(element -> texts.add(element.asText()));
    return texts;
  }
}
