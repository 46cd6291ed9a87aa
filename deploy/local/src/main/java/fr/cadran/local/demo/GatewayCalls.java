package fr.cadran.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.http.Http;
import fr.cadran.local.identity.Tokens;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls of demo accounts through the gateway. Safe from several threads. */
final class GatewayCalls {
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, String> tokenOf = new ConcurrentHashMap<>();
  private final Installation installation;
  private final Tokens tokens;
  private final String address;

  GatewayCalls(Installation installation, Ports ports, Secrets secrets) {
    this.installation = installation;
    this.tokens = new Tokens(installation, ports, secrets);
    this.address = ports.address(PartName.GATEWAY);
  }

  String address() {
    return address;
  }

  JsonNode read(Http.Answer answer) throws IOException {
    return json.readTree(answer.body());
  }

  /**
   * Sends a call.
   *
   * @param etag what must not have changed, null for a call that does not ask for it
   */
  Http.Answer call(
      String method, String path, String account, @Nullable String body, @Nullable String etag)
      throws IOException {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + tokenOf.computeIfAbsent(account, tokens::of));
    headers.put("Accept-Language", "en");
    if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    if (method.equals("POST")) {
      // A key of this run only: a refusal of an earlier run must not be replayed to us.
      headers.put("Idempotency-Key", "demo-" + UUID.randomUUID());
    }
    if (etag != null) {
      headers.put("If-Match", etag);
    }
    return Http.send(method, URI.create(address + path), headers, body);
  }

  /**
   * Passes a good answer.
   *
   * @throws LaunchFailure with what the gateway said of any other
   */
  void expect(Http.Answer answer, String act, PartName owner) throws IOException {
    if (answer.ok()) {
      return;
    }
    List<String> reasons = new ArrayList<>();
    if (answer.body().startsWith("{")) {
      JsonNode problem = json.readTree(answer.body());
      reasons.add(problem.path("code").asText());
      for (JsonNode error : problem.path("errors")) {
        reasons.add(error.path("pointer").asText() + " " + error.path("code").asText());
      }
    }
    throw new LaunchFailure(
        "the demo data could not be loaded: to "
            + act
            + " the gateway answered HTTP "
            + answer.status()
            + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")")
            + "; log of the part behind it: "
            + installation.log(owner)
            + ".");
  }
}
