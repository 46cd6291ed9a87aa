package fr.cadran.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * All that the platform was told until now, made anew from the topics beside what it made of it.
 */
class RebuildE2E {
  @Test
  void the_database_of_indicators_service_comes_out_of_the_topics_as_it_is() {
    // What arrives meanwhile is in one and not in the other, so a run beside others may need
    // another.
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> {
          JsonNode report = rebuild();
          assertThat(report.path("equal").asBoolean()).as(report.toPrettyString()).isTrue();
          assertThat(report.path("comparison").findValuesAsText("table"))
              .contains("indicator_value", "potential_gain", "cpts_value", "programme_state");
          assertThat(report.path("taken").asInt()).isPositive();
        });
  }

  private static JsonNode rebuild() throws IOException, InterruptedException {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("cadran.root"), "cadran.root"));
    ProcessBuilder command =
        new ProcessBuilder(
            List.of(
                root.resolve("cadran").toString(),
                "rebuild",
                "indicators",
                "--compare",
                "--replace",
                "--json"));
    command.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = command.start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    assertThat(answer).as("exit code " + exitCode).startsWith("{");
    return new ObjectMapper().readTree(answer);
  }
}
