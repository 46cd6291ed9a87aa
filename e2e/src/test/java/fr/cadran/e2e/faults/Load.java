package fr.cadran.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.e2e.faults.PoliteClient.Answer;
import fr.cadran.e2e.faults.PoliteClient.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Editors that submit and correct quarters, an agency that registers CPTS, parties that sign one
 * contract after the other, and readers. What each does in which order is drawn from the seed; how
 * far it comes is up to the platform.
 */
final class Load {
  /** Centres of the account that manages all of them, with communes of their départements. */
  static final Map<String, String> CENTRES =
      Map.of(
          "759900001", "75110",
          "779900002", "77288",
          "789900003", "78646",
          "919900004", "91228");

  static final String AGENCY = "ars-idf";
  static final String MANAGER = "cohorte-demo";

  private static final int EDITORS = 4;
  private static final int FIRST_YEAR = 2011;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PoliteClient client;
  private final Oracle oracle;
  private final long seed;
  private final ContractLife contracts;
  private final List<Thread> threads = new ArrayList<>();
  private final List<AtomicInteger> accepted = new ArrayList<>();
  private volatile boolean stopped;

  Load(PoliteClient client, Oracle oracle, long seed) {
    this.client = client;
    this.oracle = oracle;
    this.seed = seed;
    this.contracts = new ContractLife(client, oracle);
  }

  void start() {
    for (int editor = 0; editor < EDITORS; editor++) {
      int number = editor;
      start("editor " + number, random -> submit(number, random));
    }
    start("agency", this::register);
    start("parties", contracts::live);
    start("reader", this::read);
  }

  /** Waits until everybody was served so many times more. */
  void awaitProgress(int times) {
    List<Integer> before = accepted.stream().map(AtomicInteger::get).toList();
    await("everybody is served again")
        .atMost(PATIENCE)
        .until(() -> {
          for (int i = 0; i < before.size(); i++) {
            if (accepted.get(i).get() < before.get(i) + times && threads.get(i).isAlive()) {
              return false;
            }
          }
          return true;
        });
  }

  /** Lets everybody end what is under way. */
  void stop() throws InterruptedException {
    stopped = true;
    for (Thread thread : threads) {
      assertThat(thread.join(PATIENCE)).as(thread.getName() + " comes to an end").isTrue();
    }
  }

  private interface Step {
    void take(Random random) throws InterruptedException;
  }

  private void start(String name, Step step) {
    AtomicInteger count = new AtomicInteger();
    Random random = new Random(seed * 31 + accepted.size());
    accepted.add(count);
    threads.add(
        Thread.ofVirtual()
            .name(name)
            .start(() -> {
              try {
                while (!stopped) {
                  step.take(random);
                  count.incrementAndGet();
                  Thread.sleep(200 + random.nextInt(400));
                }
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              } catch (RuntimeException | AssertionError wronged) {
                // Who was wronged goes no further.
                client.wrong(name + ": " + wronged);
                stopped = true;
              }
            }));
  }

  /** Saves and submits one quarter, each step as often as it takes, and once for the platform. */
  private void submit(int editor, Random random) throws InterruptedException {
    List<String> centres = CENTRES.keySet().stream().sorted().toList();
    // Each editor has quarters of its own, at centres that it shares with another editor.
    String centre = centres.get((editor + random.nextInt(2)) % centres.size());
    String quarter = (FIRST_YEAR + editor) + "-Q" + (1 + random.nextInt(3));
    int figure = 1200 + random.nextInt(400);
    boolean again = random.nextInt(5) == 0;
    String key = new UUID(random.nextLong(), random.nextLong()).toString();

    Oracle.Place place = new Oracle.Place(centre, quarter);
    int version = oracle.next(place);
    String path = "/v1/centres/" + centre + "/quarterly-data/" + quarter;
    Answer saved;
    do {
      Answer present = version > 1 ? ask("GET", path, 200) : ask("GET", path, 200, 404);
      Map<String, String> match =
          present.etag() == null ? Map.of() : Map.of("If-Match", present.etag());
      // 412 and 428: an attempt whose answer was lost has saved it.
      saved = ask("PUT", path, content(figure), match, 200, 201, 412, 428);
    } while (saved.status() >= 400);

    Map<String, String> once = Map.of("Idempotency-Key", key);
    String body = acknowledging(ask("POST", path + "/checks", "{}", Map.of(), 200));
    Answer submitted = ask("POST", path + "/submission", body, once, 200, 422);
    while (submitted.status() == 422) {
      // Another editor's quarter of that centre came in between, and the checks compare with it.
      String assumed = acknowledging(submitted);
      assertThat(assumed).as("a warning that the checks did not tell").isNotEqualTo(body);
      body = assumed;
      submitted = ask("POST", path + "/submission", body, once, 200, 422);
    }
    expect(place, version, submitted);
    oracle.accept(place, figure);
    if (again) {
      expect(place, version, ask("POST", path + "/submission", body, once, 200));
    }
  }

  /** What a submission says so that the warnings of that answer do not stop it. */
  private static String acknowledging(Answer checked) {
    ArrayNode acknowledged = JSON.createArrayNode();
    checked.json().path("errors").findValues("acknowledgement").forEach(acknowledged::add);
    return JSON.createObjectNode().<ObjectNode>set("acknowledgedWarnings", acknowledged).toString();
  }

  private void expect(Oracle.Place place, int version, Answer answer) {
    int told = answer.json().path("version").asInt();
    if (told != version) {
      client.wrong(place + " got version " + told + " and not " + version);
    }
  }

  private void register(Random random) throws InterruptedException {
    String name = "CPTS d'essai %08x (fictive)".formatted(random.nextInt());
    String body =
        """
        {"name": "%s", "seatCommune": "93066", "legalForm": "Association loi 1901",
         "caisse": "931"}
        """
            .formatted(name);
    Answer answer =
        client.ask(
            new Call(
                AGENCY,
                "POST",
                "/v1/cpts",
                body,
                Map.of(
                    "Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString()),
                Set.of(201)));
    oracle.register(name);
    String id = answer.json().path("id").asText();
    client.ask(new Call(AGENCY, "GET", "/v1/cpts/" + id, null, Map.of(), Set.of(200)));
    Thread.sleep(400);
  }

  private void read(Random random) throws InterruptedException {
    List<String> centres = CENTRES.keySet().stream().sorted().toList();
    String centre = centres.get(random.nextInt(centres.size()));
    client.ask(
        new Call(
            AGENCY,
            "GET",
            "/v1/indicator-values?indicator=taux-non-venue&centre=" + centre,
            null,
            Map.of(),
            Set.of(200)));
    client.ask(new Call(AGENCY, "GET", "/v1/centres/" + centre, null, Map.of(), Set.of(200)));
  }

  private Answer ask(String method, String path, Integer... expected) throws InterruptedException {
    return client.ask(new Call(Accounts.EDITOR, method, path, null, Map.of(), Set.of(expected)));
  }

  private Answer ask(
      String method, String path, String body, Map<String, String> headers, Integer... expected)
      throws InterruptedException {
    return client.ask(new Call(Accounts.EDITOR, method, path, body, headers, Set.of(expected)));
  }

  private static String content(int passages) {
    return """
    {"patients": {"callsReceived": 1000, "callsAnswered": 900, "appointments": 1410,
                  "passages": %d, "withoutAppointment": 300}}
    """
        .formatted(passages);
  }

  /** What taux-non-venue counts of a quarter with that figure. */
  static int numerator(int passages) {
    return 1410 - passages + 300;
  }
}
