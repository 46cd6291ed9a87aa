package fr.cadran.testing.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as they went over the wire.
 *
 * @param queryParameters the names sent
 * @param headers of the answer, by name in lower case
 * @param requestBody as text; null when there was none or it was not text
 */
record Exchange(
    String method,
    String path,
    Set<String> queryParameters,
    @Nullable String requestContentType,
    @Nullable String requestBody,
    int status,
    Map<String, List<String>> headers,
    String body) {

  Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  boolean succeeded() {
    return status >= 200 && status < 300;
  }
}
