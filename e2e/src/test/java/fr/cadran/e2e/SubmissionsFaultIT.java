package fr.cadran.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An editor submits quarter after quarter and corrects them while services die at the worst places,
 * and by kill -9 at any moment; each comes back as an operator brings it back. In the end every
 * submission that was accepted is there once, in its version, and the indicators are those of the
 * last one. Prints what it does and with which seed; {@code -Dcadran.faults.seed=N} does it again.
 *
 * <p>Needs a platform that is up: {@code ./platform up -d}, then {@code ./mvnw -pl e2e verify
 * -Pfaults}.
 */
class SubmissionsFaultIT {
  private static final String CENTRE = "930012345";
  private static final String EDITOR = "editor-demo";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final int ROUNDS = Integer.getInteger("cadran.faults.rounds", 7);

  /** Where which service can be made to die; the last one is killed from outside. */
  private enum Fault {
    OUTBOX_BEFORE_COMMIT("centres"),
    OUTBOX_AFTER_COMMIT("centres"),
    RELAY_AFTER_PUBLISH("centres"),
    RELAY_AFTER_MARK("centres"),
    CONSUMER_BEFORE_COMMIT("indicators"),
    CONSUMER_AFTER_COMMIT("indicators"),
    KILL_AT_RANDOM("");

    private final String service;

    Fault(String service) {
      this.service = service;
    }
  }

  private final long seed = Long.getLong("cadran.faults.seed", Instant.now().toEpochMilli());
  private final Random random = new Random(seed);
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** What the editor was told: the latest version of each quarter, and its figure. */
  private final Map<String, Integer> accepted = new TreeMap<>();

  private final Map<String, Integer> passages = new TreeMap<>();

  private int year;

  @AfterEach
  void bring_everything_back() throws Exception {
    up(Map.of());
  }

  @Test
  void no_accepted_submission_is_lost_and_none_is_applied_twice() throws Exception {
    say("seed " + seed + ", " + ROUNDS + " rounds");
    year = 1950 + random.nextInt(50);
    List<Fault> faults = new ArrayList<>();
    while (faults.size() < ROUNDS) {
      List<Fault> all = new ArrayList<>(List.of(Fault.values()));
      Collections.shuffle(all, random);
      faults.addAll(all);
    }
    for (Fault fault : faults.subList(0, ROUNDS)) {
      round(fault);
    }
    say("accepted: " + accepted);
    for (Map.Entry<String, Integer> one : accepted.entrySet()) {
      check(one.getKey(), one.getValue());
    }
  }

  private void round(Fault fault) throws Exception {
    String service =
        fault == Fault.KILL_AT_RANDOM
            ? List.of("centres", "indicators", "gateway").get(random.nextInt(3))
            : fault.service;
    int time = 1 + random.nextInt(3);
    say("round: " + fault + " at time " + time + " in " + service);
    if (fault != Fault.KILL_AT_RANDOM) {
      kill(service);
      up(Map.of("QUARKUS_PROFILE", "faults", "CADRAN_FAILPOINT", fault + "@" + time));
    }
    long pid = pid(service);
    Thread killer =
        Thread.ofVirtual()
            .unstarted(() -> {
              try {
                Thread.sleep(random.nextInt(1500));
                kill(service);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    if (fault == Fault.KILL_AT_RANDOM) {
      killer.start();
    }
    // The editor goes on beside, and tries again for as long as the platform is not whole.
    List<Throwable> failed = Collections.synchronizedList(new ArrayList<>());
    Thread editor =
        Thread.ofVirtual()
            .start(() -> {
              try {
                for (int i = 0; i < 4; i++) {
                  submitOne();
                }
              } catch (Exception | AssertionError e) {
                failed.add(e);
              }
            });
    await("the process dies at " + fault)
        .atMost(PATIENCE)
        .until(() -> isDead(pid) || !failed.isEmpty());
    say("  " + service + " is dead");
    up(Map.of());
    assertThat(editor.join(PATIENCE)).as("the editor got through").isTrue();
    killer.join(PATIENCE);
    assertThat(failed).isEmpty();
  }

  /** One submission, with as many attempts as it takes; each attempt with the same key. */
  private void submitOne() throws IOException, InterruptedException {
    String quarter = year + "-Q" + (1 + random.nextInt(4));
    int figure = 1200 + random.nextInt(200);
    String path = "/v1/centres/" + CENTRE + "/quarterly-data/" + quarter;
    HttpResponse<String> saved;
    do {
      HttpResponse<String> present = send("GET", path, null, Map.of());
      Optional<String> tag = present.headers().firstValue("ETag");
      saved =
          send(
              "PUT",
              path,
              content(figure),
              tag.<Map<String, String>>map(value -> Map.of("If-Match", value)).orElse(Map.of()));
      // 412: an attempt whose answer was lost had saved it.
    } while (saved.statusCode() == 412 || saved.statusCode() == 428);
    assertThat(saved.statusCode()).as(saved.body()).isIn(200, 201);

    String key = UUID.randomUUID().toString();
    HttpResponse<String> checked = send("POST", path + "/checks", "{}", Map.of());
    ArrayNode acknowledged = JSON.createArrayNode();
    JSON.readTree(checked.body())
        .path("errors")
        .findValues("acknowledgement")
        .forEach(acknowledged::add);
    String body =
        JSON.createObjectNode().<ObjectNode>set("acknowledgedWarnings", acknowledged).toString();
    HttpResponse<String> answer =
        send("POST", path + "/submission", body, Map.of("Idempotency-Key", key));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    int version = JSON.readTree(answer.body()).path("version").asInt();
    assertThat(version)
        .as("one version more for one submission, however often it was sent: " + quarter)
        .isEqualTo(accepted.getOrDefault(quarter, 0) + 1);
    accepted.put(quarter, version);
    passages.put(quarter, figure);
    say("  " + quarter + " version " + version + " accepted");
  }

  /** Tries again while the answer says that this may help; any other answer is one. */
  private HttpResponse<String> send(
      String method, String path, @Nullable String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(URI.create(RunningPlatform.url() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + RunningPlatform.token(EDITOR))
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpResponse<String> answer =
            http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        // 409 with our own key: the attempt before is still under way, or died under way.
        boolean again =
            answer.statusCode() >= 500
                || answer.statusCode() == 429
                || (answer.statusCode() == 409 && headers.containsKey("Idempotency-Key"));
        if (!again) {
          return answer;
        }
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
            .as("a refusal that may pass is a problem that says so: " + answer.body())
            .startsWith("application/problem+json");
      } catch (IOException unreachable) {
        // The gateway itself is away, or died with the answer.
        if (Instant.now().isAfter(deadline)) {
          throw unreachable;
        }
      }
      assertThat(Instant.now()).as(method + " " + path).isBefore(deadline);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static String content(int passages) {
    return """
    {"patients": {"callsReceived": 1000, "callsAnswered": 900, "appointments": 1410,
                  "passages": %d, "withoutAppointment": 300}}
    """
        .formatted(passages);
  }

  private void check(String quarter, int version) throws Exception {
    String path = "/v1/centres/" + CENTRE + "/quarterly-data/" + quarter;
    JsonNode versions = JSON.readTree(send("GET", path + "/versions", null, Map.of()).body());
    assertThat(versions.path("items"))
        .extracting(one -> one.path("version").asInt())
        .as(versions.toPrettyString())
        .containsExactlyInAnyOrderElementsOf(
            java.util.stream.IntStream.rangeClosed(1, version).boxed().toList());
    await("the indicators of " + quarter)
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          JsonNode values =
              JSON.readTree(
                  send(
                          "GET",
                          "/v1/indicator-values?indicator=taux-non-venue&centre="
                              + CENTRE
                              + "&quarter="
                              + quarter,
                          null,
                          Map.of())
                      .body());
          assertThat(values.path("items")).as(values.toPrettyString()).hasSize(1);
          JsonNode value = values.path("items").path(0);
          assertThat(value.at("/inputs/0/version").asInt()).isEqualTo(version);
          assertThat(value.path("numerator").asInt())
              .isEqualTo(1410 - Objects.requireNonNull(passages.get(quarter)) + 300);
        });
  }

  // ---- processes

  private static Path root() {
    return Path.of(Objects.requireNonNull(System.getProperty("cadran.root"), "cadran.root"));
  }

  /** 0 when it died before it counted as started. */
  private static long pid(String service) throws IOException {
    String home = System.getenv("CADRAN_HOME");
    Path record =
        (home == null ? root().resolve(".cadran") : Path.of(home))
            .resolve("run/" + service + ".properties");
    if (!Files.exists(record)) {
      return 0;
    }
    Properties values = new Properties();
    try (var in = Files.newInputStream(record)) {
      values.load(in);
    }
    return Long.parseLong(values.getProperty("pid"));
  }

  private static void kill(String service) throws IOException, InterruptedException {
    long pid = pid(service);
    if (pid == 0 || isDead(pid)) {
      return;
    }
    new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
    await(service + " is gone").atMost(PATIENCE).until(() -> isDead(pid));
  }

  /** Gone, or a zombie that nobody has buried yet. */
  private static boolean isDead(long pid) throws IOException {
    if (pid == 0) {
      return true;
    }
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    if (!Files.exists(stat)) {
      return ProcessHandle.of(pid).isEmpty();
    }
    try {
      String line = Files.readString(stat);
      return line.substring(line.lastIndexOf(')') + 2).startsWith("Z");
    } catch (NoSuchFileException goneMeanwhile) {
      return true;
    }
  }

  /** As an operator does it; what runs is left alone. */
  private static void up(Map<String, String> environment) throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(root().resolve("platform").toString(), "up", "-d")
            .redirectErrorStream(true);
    command.environment().putAll(environment);
    Process process = command.start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    // A process that dies at its first event may be dead before it counts as started.
    assertThat(exitCode == 0 || !environment.isEmpty()).as(told).isTrue();
  }

  private static void say(String line) {
    System.out.println("faults: " + line);
  }
}
