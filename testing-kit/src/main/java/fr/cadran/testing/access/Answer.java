package fr.cadran.testing.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came back.
 *
 * @param status of the answer
 * @param headers by name in lower case
 * @param body as text
 */
record Answer(int status, Map<String, List<String>> headers, String body) {
  /** What two answers may differ in without telling anything. */
  private static final List<String> OF_THE_REQUEST =
      List.of("date", "x-request-id", "traceparent", "content-length");

  /**
   * The answer without what names the request itself: two answers with the same form tell the same.
   *
   * @param path of the request, which the body may repeat
   */
  String form(String path) {
    Map<String, List<String>> kept = new TreeMap<>();
    headers.forEach((name, values) -> {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!OF_THE_REQUEST.contains(lower) && !lower.startsWith(":")) {
        kept.put(lower, values);
      }
    });
    String text =
        body.replaceAll("\"traceId\"\\s*:\\s*\"[^\"]*\"", "\"traceId\":…")
            .replaceAll("\"instance\"\\s*:\\s*\"[^\"]*\"", "\"instance\":…");
    return status + "\n" + kept + "\n" + text.replace(path, "…");
  }

  String shortened() {
    return status + " " + (body.length() <= 300 ? body : body.substring(0, 300) + "…");
  }
}
