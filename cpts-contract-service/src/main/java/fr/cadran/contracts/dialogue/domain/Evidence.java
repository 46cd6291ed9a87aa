package fr.cadran.contracts.dialogue.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A proof of a value: where it is, the SHA-256 of a file uploaded to the dialogue, or both.
 *
 * @param link https address, null when nobody gave one
 * @param fileHash of an {@link EvidenceFile} of the dialogue, null when nobody gave one
 * @param label what it is, null when nobody said
 */
public record Evidence(@Nullable String link, @Nullable String fileHash, @Nullable String label) {

  Map<String, Object> content() {
    Map<String, Object> content = new HashMap<>();
    if (link != null) {
      content.put("link", link);
    }
    if (fileHash != null) {
      content.put("fileHash", fileHash);
    }
    if (label != null) {
      content.put("label", label);
    }
    return content;
  }
}
