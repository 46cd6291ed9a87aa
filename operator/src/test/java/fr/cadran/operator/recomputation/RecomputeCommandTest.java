package fr.cadran.operator.recomputation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import fr.cadran.operator.Cadran;
import fr.cadran.operator.platform.Targets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command against a gateway that answers what it is told to. */
class RecomputeCommandTest {
  private record Answer(int status, String body) {}

  private record Run(int code, String out, String err) {}

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private HttpServer gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          calls.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          Answer answer = answers.removeFirst();
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  private Run run(String token, String... arguments) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CADRAN_GATEWAY", "http://127.0.0.1:" + gateway.getAddress().getPort());
    if (token != null) {
      environment.put("CADRAN_TOKEN", token);
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new RecomputeCommand(new Targets(environment, null), Duration.ofMillis(1)))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setExecutionExceptionHandler((failure, line, parsed) -> {
              line.getErr().println(failure.getMessage());
              return Cadran.NOT_CHECKED;
            });
    int code = command.execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  private static String state(String state, int done, int failed, int values, String differences) {
    return """
    {"id": "r-1", "state": "%s", "centres": 2, "centresDone": %d, "centresFailed": %d,
     "valuesComputed": 80, "valuesChanged": %d, "gainsComputed": 22, "gainsChanged": 0,
     "differences": [%s]}
    """
        .formatted(state, done, failed, values, differences);
  }

  @Test
  void it_waits_until_all_is_computed_and_tells_progress_beside_the_result() {
    answers.add(new Answer(202, state("PENDING", 0, 0, 0, "")));
    answers.add(new Answer(200, state("RUNNING", 1, 0, 0, "")));
    answers.add(new Answer(200, state("DONE", 2, 0, 0, "")));
    Run run = run("secret-token", "--centre", "930000001");
    assertThat(run.code()).isEqualTo(Cadran.SOUND);
    assertThat(calls)
        .containsExactly(
            "POST /v1/recomputations Bearer secret-token"
                + " {\"dryRun\":false,\"centre\":\"930000001\"}",
            "GET /v1/recomputations/r-1 Bearer secret-token ",
            "GET /v1/recomputations/r-1 Bearer secret-token ");
    assertThat(run.err().lines()).containsExactly("1 of 2 centres", "2 of 2 centres");
    assertThat(run.out().lines())
        .containsExactly("2 centres, 0 failed; 80 values, 0 changed; 22 gains, 0 changed");
  }

  @Test
  void a_dry_run_that_finds_differences_is_a_fault_and_lists_them() {
    answers.add(new Answer(202, state("PENDING", 0, 0, 0, "")));
    answers.add(
        new Answer(
            200,
            state(
                "DONE",
                2,
                0,
                1,
                """
                {"centre": "930000001", "quarter": "2013-Q3", "period": "YEAR",
                 "code": "taux-non-venue", "specialty": null, "before": "1/2", "after": "7/47"}\
                """)));
    Run run = run("t", "--dry-run");
    assertThat(run.code()).isEqualTo(Cadran.FAULT);
    assertThat(calls.getFirst()).endsWith("{\"dryRun\":true}");
    assertThat(run.out())
        .contains("1 differ")
        .contains("930000001 2013-Q3 YEAR taux-non-venue")
        .contains("1/2 -> 7/47");
  }

  @Test
  void differences_that_were_mended_are_no_fault_but_a_failed_centre_is() throws Exception {
    answers.add(new Answer(202, state("DONE", 2, 0, 5, "")));
    assertThat(run("t").code()).isEqualTo(Cadran.SOUND);
    answers.add(new Answer(202, state("DONE", 1, 1, 0, "")));
    Run failed = run("t", "--json");
    assertThat(failed.code()).isEqualTo(Cadran.FAULT);
    JsonNode printed = new ObjectMapper().readTree(failed.out());
    assertThat(printed.path("centresFailed").asInt()).isEqualTo(1);
  }

  @Test
  void a_refusal_is_told_with_its_code_and_without_the_token() {
    answers.add(new Answer(403, "{\"code\": \"FORBIDDEN\"}"));
    Run run = run("secret-token");
    assertThat(run.code()).isEqualTo(Cadran.NOT_CHECKED);
    assertThat(run.err()).contains("403 FORBIDDEN").doesNotContain("secret-token");
    answers.add(new Answer(502, "<html>"));
    assertThat(run("t").err()).contains("502");
  }

  @Test
  void without_a_token_nothing_is_asked() {
    Run run = run(null);
    assertThat(run.code()).isEqualTo(Cadran.NOT_CHECKED);
    assertThat(run.err()).contains("CADRAN_TOKEN");
    assertThat(calls).isEmpty();
  }
}
