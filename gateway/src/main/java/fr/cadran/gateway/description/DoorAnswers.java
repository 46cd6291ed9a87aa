package fr.cadran.gateway.description;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What the gateway adds to the answers of every operation, whatever was asked. */
final class DoorAnswers {
  private static final String COMPONENTS = "#/components/";
  private static final String ORIGIN = "Access-Control-Allow-Origin";
  private static final String RETRY = "Retry-After";
  private static final List<String> LIMITS =
      List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset");

  private static final Map<String, String> REFUSALS =
      Map.of(
          "429", "Limite d'appels atteinte. — Limit on calls reached.",
          "500", "`INTERNAL`",
          "503", "`SERVICE_UNAVAILABLE`, `UNAVAILABLE`",
          "504", "`SERVICE_TIMEOUT`");
  private static final List<String> RETRYABLE = List.of("429", "503", "504");

  private DoorAnswers() {}

  /** The headers that answers refer to. */
  static ObjectNode headers() {
    ObjectNode headers = JsonNodeFactory.instance.objectNode();
    count(
        headers,
        "RateLimit-Limit",
        "Appels permis dans la fenêtre. — Calls allowed in the window.",
        100);
    count(
        headers,
        "RateLimit-Remaining",
        "Appels qui restent dans la fenêtre. — Calls left in the window.",
        99);
    count(
        headers,
        "RateLimit-Reset",
        "Fin de la fenêtre, horodatage Unix en secondes. — End of the window, Unix time in seconds.",
        1_790_000_000);
    count(
        headers,
        RETRY,
        "Secondes à attendre avant de répéter l'appel. — Seconds to wait before repeating.",
        2);
    headers
        .putObject(ORIGIN)
        .put(
            "description",
            "L'origine de l'appel, quand l'exploitant l'a permise. — The calling origin, where the"
                + " operator allows it.")
        .put("example", "https://logiciel.example")
        .putObject("schema")
        .put("type", "string")
        .put("maxLength", 4096);
    return headers;
  }

  private static void count(ObjectNode headers, String name, String description, int example) {
    headers
        .putObject(name)
        .put("description", description)
        .put("example", example)
        .putObject("schema")
        .put("type", "integer")
        .put("format", "int32")
        .put("minimum", 0)
        .put("maximum", Integer.MAX_VALUE);
  }

  /** Adds the refusals of the gateway and its headers to what an operation answers. */
  static void addTo(ObjectNode responses) {
    REFUSALS.forEach((status, codes) -> {
      ObjectNode answer = responses.withObjectProperty(status);
      // A service may have said more of it.
      if (!answer.has("description")) {
        answer.put("description", codes);
      }
      answer
          .withObjectProperty("content")
          .withObjectProperty("application/problem+json")
          .withObjectProperty("schema")
          .put("$ref", COMPONENTS + "schemas/Problem");
    });
    responses
        .properties()
        .forEach(response -> {
          ObjectNode headers = ((ObjectNode) response.getValue()).withObjectProperty("headers");
          refer(headers, ORIGIN);
          if (!response.getKey().startsWith("5")) {
            LIMITS.forEach(name -> refer(headers, name));
          }
          if (RETRYABLE.contains(response.getKey())) {
            refer(headers, RETRY);
          }
        });
  }

  private static void refer(ObjectNode headers, String name) {
    if (!headers.has(name)) {
      headers.putObject(name).put("$ref", COMPONENTS + "headers/" + name);
    }
  }
}
