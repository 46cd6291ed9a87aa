package fr.cadran.operator.recomputation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.local.LaunchFailure;
import fr.cadran.operator.Cadran;
import fr.cadran.operator.platform.Targets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has every value and gain computed again, and waits for the result. */
@Command(
    name = "recompute",
    description = {
      "Compute every indicator and gain again from the quarterly data as received, and report",
      "what was not known so already. Needs the token of an administrator in CADRAN_TOKEN:",
      "CADRAN_TOKEN=$(./platform token admin) ./cadran recompute --dry-run"
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was computed; with --dry-run nothing differs",
      "1:a centre could not be computed, or a dry run found differences",
      "3:the platform does not answer or refuses"
    })
public final class RecomputeCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ACCEPTED = 202;
  private static final int OK = 200;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--dry-run", description = "Change nothing, only report differences.")
  private boolean dryRun;

  @Option(names = "--centre", paramLabel = "FINESS", description = "One centre; without it, all.")
  private @Nullable String centre;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  private final Targets targets;
  private final Duration pause;

  /** For the platform that the environment or this checkout names. */
  public RecomputeCommand() {
    this(Targets.current(), Duration.ofSeconds(1));
  }

  RecomputeCommand(Targets targets, Duration pause) {
    this.targets = targets;
    this.pause = pause;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      URI gateway = URI.create(targets.gateway());
      ObjectNode body = JSON.createObjectNode().put("dryRun", dryRun);
      if (centre != null) {
        body.put("centre", centre);
      }
      JsonNode state =
          read(
              client.send(
                  request(gateway.resolve("/v1/recomputations"))
                      .header("Content-Type", "application/json")
                      .header("Idempotency-Key", UUID.randomUUID().toString())
                      .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                      .build(),
                  HttpResponse.BodyHandlers.ofString()),
              ACCEPTED);
      URI address = gateway.resolve("/v1/recomputations/" + state.path("id").asText());
      while (!state.path("state").asText().equals("DONE")) {
        Thread.sleep(pause);
        state =
            read(
                client.send(request(address).GET().build(), HttpResponse.BodyHandlers.ofString()),
                OK);
        progress(state);
      }
      return report(state);
    } catch (IOException unreachable) {
      throw new LaunchFailure("the platform does not answer: " + unreachable.getMessage());
    }
  }

  private HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + targets.token());
  }

  private static JsonNode read(HttpResponse<String> answer, int expected) throws IOException {
    if (answer.statusCode() == expected) {
      return JSON.readTree(answer.body());
    }
    String code;
    try {
      code = JSON.readTree(answer.body()).path("code").asText("");
    } catch (IOException noProblem) {
      code = "";
    }
    throw new LaunchFailure("the platform refuses: " + answer.statusCode() + " " + code);
  }

  private void progress(JsonNode state) {
    spec.commandLine()
        .getErr()
        .printf(
            "%d of %d centres%n",
            state.path("centresDone").asInt() + state.path("centresFailed").asInt(),
            state.path("centres").asInt());
  }

  private int report(JsonNode state) throws IOException {
    int failed = state.path("centresFailed").asInt();
    long changed = state.path("valuesChanged").asLong() + state.path("gainsChanged").asLong();
    if (json) {
      spec.commandLine().getOut().println(JSON.writeValueAsString(state));
    } else {
      spec.commandLine()
          .getOut()
          .printf(
              "%d centres, %d failed; %d values, %d %s; %d gains, %d %s%n",
              state.path("centresDone").asInt(),
              failed,
              state.path("valuesComputed").asLong(),
              state.path("valuesChanged").asLong(),
              dryRun ? "differ" : "changed",
              state.path("gainsComputed").asLong(),
              state.path("gainsChanged").asLong(),
              dryRun ? "differ" : "changed");
      for (JsonNode one : state.path("differences")) {
        spec.commandLine()
            .getOut()
            .printf(
                "  %s %s %s %s %s: %s -> %s%n",
                one.path("centre").asText(),
                one.path("quarter").asText(),
                one.path("period").asText(),
                one.path("code").asText(),
                one.path("specialty").asText(""),
                one.path("before").asText("-"),
                one.path("after").asText("-"));
      }
    }
    return failed > 0 || (dryRun && changed > 0) ? Cadran.FAULT : Cadran.SOUND;
  }
}
