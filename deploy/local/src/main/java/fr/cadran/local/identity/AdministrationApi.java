package fr.cadran.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.http.Http;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The administration API of the running identity server, as its own administrator. */
final class AdministrationApi {
  private final ObjectMapper json = new ObjectMapper();
  private final Installation installation;
  private final Secrets secrets;
  private final String server;
  private @Nullable String token;

  AdministrationApi(Installation installation, Ports ports, Secrets secrets) {
    this.installation = installation;
    this.secrets = secrets;
    this.server = ports.address(PartName.IDENTITY);
  }

  /** Sends a call below {@code /admin/realms} and gives the answer, whatever its status. */
  Http.Answer call(String method, String path, @Nullable JsonNode body) {
    try {
      if (token == null) {
        token = logIn();
      }
      return Http.send(
          method,
          URI.create(server + "/admin/realms" + path),
          Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
          body == null ? null : body.toString());
    } catch (IOException e) {
      throw new LaunchFailure(
          "identity does not answer at "
              + server
              + " ("
              + Installation.reason(e)
              + "); start it with ./platform up. Its log: "
              + installation.log(PartName.IDENTITY),
          e);
    }
  }

  /**
   * The same, for a call that must succeed.
   *
   * @param act what the server did not do when it refuses, for the message
   * @throws LaunchFailure when it refuses
   */
  JsonNode ask(String method, String path, @Nullable JsonNode body, String act) {
    Http.Answer answer = call(method, path, body);
    expect(answer, act);
    return read(answer);
  }

  /** The body of an answer; empty when it is no JSON. */
  JsonNode read(Http.Answer answer) {
    String body = answer.body();
    try {
      return body.startsWith("{") || body.startsWith("[")
          ? json.readTree(body)
          : json.createObjectNode();
    } catch (IOException e) {
      throw new LaunchFailure("identity answered what cannot be read.", e);
    }
  }

  /**
   * Refuses a refusal.
   *
   * @throws LaunchFailure when the answer is none of success
   */
  void expect(Http.Answer answer, String act) {
    if (answer.ok()) {
      return;
    }
    JsonNode problem = read(answer);
    String why =
        problem
            .path("errorMessage")
            .asText(problem.path("error_description").asText(problem.path("error").asText()));
    throw new LaunchFailure(
        "identity did not "
            + act
            + " (HTTP "
            + answer.status()
            + (why.isEmpty() ? "" : ": " + why)
            + "); its log: "
            + installation.log(PartName.IDENTITY));
  }

  private String logIn() throws IOException {
    Map<String, String> form = new TreeMap<>();
    form.put("grant_type", "password");
    form.put("client_id", "admin-cli");
    form.put("username", Realm.ADMINISTRATOR);
    form.put("password", secrets.of(Realm.ADMINISTRATOR_SECRET));
    Http.Answer answer =
        Http.postForm(URI.create(server + "/realms/master/protocol/openid-connect/token"), form);
    if (answer.status() == 401) {
      throw new LaunchFailure(
          "identity does not know the administrator's password in "
              + installation.secretsFile()
              + "; both come from one first start, so restore that file or run ./platform down"
              + " --wipe.");
    }
    expect(answer, "let the administrator in");
    return read(answer).path("access_token").asText();
  }
}
