package fr.cadran.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** The small description that the checks are proved on. */
final class Visits {

  private Visits() {}

  static String json() {
    try (InputStream in = Visits.class.getResourceAsStream("visits.openapi.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ApiDocument document() {
    return ApiDocument.parse(json());
  }

  /** The description with one thing changed. */
  static ApiDocument with(Consumer<JsonNode> change) {
    JsonNode root = ApiDocument.readJson(json()).orElseThrow();
    change.accept(root);
    return ApiDocument.parse(root.toString());
  }

  static ObjectNode object(JsonNode root, String pointer) {
    return (ObjectNode) root.at(pointer);
  }
}
