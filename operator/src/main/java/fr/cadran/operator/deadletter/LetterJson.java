package fr.cadran.operator.deadletter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Messages that were set aside, as JSON. */
final class LetterJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private LetterJson() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ObjectNode of(DeadLetterBox.Entry entry) {
    ObjectNode letter = JSON.valueToTree(entry.letter());
    return letter.put("replayedAt", entry.replayedAt());
  }
}
