package fr.cadran.indicators;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Messages as other services send them, made of the examples of the contract. */
final class ToldByOthers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ToldByOthers() {}

  /**
   * The full example of a type and version, e.g. {@code centres.centre-state.v1}; may be changed.
   */
  static ObjectNode example(String name) throws IOException {
    try (InputStream json =
        EventType.class.getResourceAsStream("/cadran-events/examples/" + name + ".full.json")) {
      return (ObjectNode) JSON.readTree(Objects.requireNonNull(json, name));
    }
  }

  /** The headers of an event; may be changed. */
  static Map<String, String> headers(EventType<?> type, String id, String subject, long version) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id);
    headers.put("ce_source", "urn:cadran:service:test");
    headers.put("ce_type", type.type());
    headers.put("ce_subject", subject);
    headers.put("ce_time", "2013-10-12T14:03:07Z");
    headers.put("ce_aggregateversion", Long.toString(version));
    return headers;
  }
}
