package fr.cadran.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The form of every refusal of the house: RFC 9457 with our members, and nothing that leaks. */
final class RefusalForm {

  private static final List<String> MEMBERS =
      List.of("type", "title", "status", "detail", "instance", "code", "traceId");

  /** A frame of a stack trace, or the full name of an exception. */
  private static final Pattern TRACE =
      Pattern.compile(
          "\\bat [\\w.$/]+\\([\\w ]+(\\.java:\\d+)?\\)|\\b([a-z]\\w*\\.)+[A-Z]\\w*(Exception|Error)\\b");

  private RefusalForm() {}

  /** What is wrong with a refusal; empty when nothing is. */
  static List<String> faults(
      Response response, int status, RefusalRequests.Expected expected, @Nullable String token) {
    List<String> faults = new ArrayList<>();
    if (response.statusCode() != status) {
      faults.add("the status is " + response.statusCode() + ", not " + status);
    }
    String contentType = response.contentType() == null ? "" : response.contentType();
    if (!ApiOperation.bare(contentType).equals("application/problem+json")) {
      faults.add("the content type is «" + contentType + "», not application/problem+json");
    }
    JsonNode problem = ApiDocument.readJson(response.asString()).orElse(MissingNode.getInstance());
    MEMBERS.stream()
        .filter(member -> problem.path(member).asText("").isBlank())
        .forEach(member -> faults.add("the member " + member + " is missing"));
    if (problem.path("status").asInt(status) != status) {
      faults.add("the member status says " + problem.path("status").asText());
    }
    code(problem, expected, faults);
    leaks(response, token, faults);
    return faults;
  }

  private static void code(
      JsonNode problem, RefusalRequests.Expected expected, List<String> faults) {
    if (expected.code() != null && !problem.path("code").asText("").equals(expected.code())) {
      faults.add("the code is «" + problem.path("code").asText() + "», not " + expected.code());
    }
    boolean pointed =
        StreamSupport.stream(problem.path("errors").spliterator(), false)
            .anyMatch(error -> error.path("pointer").asText().equals(expected.pointer()));
    if (expected.pointer() != null && !pointed) {
      faults.add("no error has the pointer " + expected.pointer());
    }
  }

  private static void leaks(Response response, @Nullable String token, List<String> faults) {
    String all = response.headers() + "\n" + response.asString();
    if (token != null && all.contains(token)) {
      faults.add("the token is in the answer");
    }
    if (TRACE.matcher(response.asString()).find()) {
      faults.add("a stack trace or the name of an exception is in the answer");
    }
  }
}
