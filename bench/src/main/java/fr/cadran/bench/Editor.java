package fr.cadran.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Submits corrections of the demo centre as an editor, and reads its values as an agency. */
final class Editor {
  private static final String DATA = "/v1/centres/930012345/quarterly-data/2013-Q4";
  private static final String VALUE =
      "/v1/indicator-values?centre=930012345&quarter=2013-Q4&indicator=taux-non-venue";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String url;
  private final String editorToken;
  private final String agencyToken;

  Editor(String url, String editorToken, String agencyToken) {
    this.url = url;
    this.editorToken = editorToken;
    this.agencyToken = agencyToken;
  }

  /** The body of a quarter, of the size that a centre with four specialties sends. */
  String content(int passages) {
    StringBuilder activity = new StringBuilder();
    for (String specialty : List.of("MEDECINE_GENERALE", "CARDIOLOGIE", "DERMATOLOGIE", "ORL")) {
      activity
          .append(activity.isEmpty() ? "" : ",")
          .append(
              """
              {"specialty": "%s", "rooms": 4, "acts": 1500, "revenue": 37500.00, "ccamActs": 150,
               "ccamRevenue": 6000.00, "vacations": [{"practitioner": "p1", "perWeek": 6}]}
              """
                  .formatted(specialty));
    }
    return """
    {"patients": {"callsReceived": 1000, "callsAnswered": 900, "appointments": 1410, "passages": %d,
                  "withoutAppointment": 300}, "activity": [%s]}
    """
        .formatted(passages, activity);
  }

  /** Saves the draft of a correction; what follows is what is measured. */
  void save(String content) throws IOException, InterruptedException {
    Optional<String> tag = get(DATA, editorToken).headers().firstValue("ETag");
    HttpRequest.Builder put =
        request(DATA, editorToken).PUT(HttpRequest.BodyPublishers.ofString(content));
    tag.ifPresent(current -> put.header("If-Match", current));
    demand(client.send(put.build(), HttpResponse.BodyHandlers.ofString()), 200, 201);
  }

  /** Submits with every warning acknowledged; gives the version. */
  int submit() throws IOException, InterruptedException {
    List<String> warnings = new ArrayList<>();
    for (JsonNode error : read(post(DATA + "/checks", "{}")).path("errors")) {
      warnings.add(error.path("acknowledgement").asText());
    }
    String body =
        json.writeValueAsString(json.createObjectNode().putPOJO("acknowledgedWarnings", warnings));
    return read(post(DATA + "/submission", body)).path("version").asInt();
  }

  /** The record version that the readable value was computed from, 0 without one. */
  int readableVersion() throws IOException, InterruptedException {
    return read(get(VALUE, agencyToken)).at("/items/0/inputs/0/version").asInt(0);
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path, editorToken).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return demand(client.send(request, HttpResponse.BodyHandlers.ofString()), 200);
  }

  private HttpResponse<String> get(String path, String token)
      throws IOException, InterruptedException {
    return client.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private JsonNode read(HttpResponse<String> answer) throws IOException {
    return json.readTree(answer.body());
  }

  private static HttpResponse<String> demand(HttpResponse<String> answer, int... statuses) {
    for (int status : statuses) {
      if (answer.statusCode() == status) {
        return answer;
      }
    }
    throw new IllegalStateException(
        "unexpected answer " + answer.statusCode() + ": " + answer.body());
  }
}
