package fr.cadran.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.e2e.faults.PoliteClient.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A platform of its own is harmed under load, fault by fault, and mended as an operator mends it.
 * After each seed everything that callers were told is there, once; indicators equal a full
 * recompute; audit and ledgers hold. Start it by {@code e2e/faults}; {@code docs/adr/0028} says
 * what it proves.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultSuiteIT {
  // Below the range that the system gives to outgoing connections: a client that tries a closed
  // port of its own machine again and again can be given that port itself, and is then connected
  // with itself, while the part that should listen there cannot start.
  private static final int FIRST_PORT = Integer.getInteger("cadran.faults.port", 26_000);
  private static final long SEED = Long.getLong("cadran.faults.seed", 1);
  private static final int SEEDS = Integer.getInteger("cadran.faults.seeds", 1);
  private static final String ONLY = System.getProperty("cadran.faults.only", "");
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("cadran.faults.outage", 60));
  private static final Duration SPELL =
      Duration.ofSeconds(Integer.getInteger("cadran.faults.spell", 15));

  private final Journal journal = new Journal();
  private final Path home = home();
  private final PlatformUnderTest platform = platform();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Accounts accounts = new Accounts(platform, http);
  private final PoliteClient client = new PoliteClient(platform, accounts, http);
  private final Oracle oracle = new Oracle();
  private final Messages messages = new Messages(platform, journal);
  private final Blows blows = new Blows(platform, messages, OUTAGE, SPELL, journal);
  private final Checks checks = new Checks(platform, client, accounts, messages, oracle, journal);

  @BeforeAll
  void start() throws Exception {
    journal.say("a platform of its own starts in " + home);
    Files.createDirectories(home);
    platform.startAnew();
    for (Map.Entry<String, String> centre : Load.CENTRES.entrySet()) {
      register(centre.getKey(), centre.getValue());
    }
    new ContractLife(client, oracle).begin();
    journal.say("it is up, with " + Load.CENTRES.size() + " centres and their editor");
  }

  @AfterAll
  void stop() throws Exception {
    platform.down();
    journal.say("the platform is down");
  }

  @Test
  void nothing_accepted_is_lost_and_nothing_has_its_effect_twice() throws Exception {
    List<Long> passed = new ArrayList<>();
    for (long seed = SEED; seed < SEED + SEEDS; seed++) {
      run(seed);
      passed.add(seed);
      journal.say("seed " + seed + " passed");
    }
    checks.rebuilt();
    journal.say("passed: seeds " + passed);
  }

  private void run(long seed) throws Exception {
    List<Fault> faults = ONLY.isEmpty() ? Fault.drawn(seed) : only();
    journal.say("seed " + seed + ": " + faults);
    for (int i = 0; i < faults.size(); i++) {
      strike(faults.get(i), seed * 100 + i);
    }
    journal.say("seed " + seed + ": checks");
    checks.all();
  }

  private void strike(Fault fault, long seed) throws Exception {
    journal.say(fault + " (draws from " + seed + ")");
    Answers answers = client.note();
    Load load = new Load(client, oracle, seed);
    load.start();
    try {
      load.awaitProgress(2);
      try {
        blows.strike(fault, new Random(seed));
      } catch (SkippedException why) {
        journal.say("  SKIPPED " + fault + ": " + why.getMessage());
      }
      load.awaitProgress(2);
    } finally {
      load.stop();
      journal.say("  callers saw " + answers + "; accepted until now: " + oracle.submissions());
      answers.wrong().forEach(one -> journal.say("  WRONG " + one));
    }
    assertThat(answers.wrong()).as("answers that no caller should see").isEmpty();
  }

  private static List<Fault> only() {
    return Arrays.stream(ONLY.split(",", -1)).map(String::strip).map(Fault::valueOf).toList();
  }

  private void register(String finess, String commune) throws InterruptedException {
    String centre =
        """
        {"finess": "%1$s", "finessJuridique": "%2$s9900199", "name": "Centre d'essai %1$s (fictif)",
         "managerKind": "ASSOCIATIF", "communeCode": "%3$s", "specialties": ["MEDECINE_GENERALE"],
         "rooms": {"multi": 1, "MEDECINE_GENERALE": 2}, "openedOn": "2005-01-01"}
        """
            .formatted(finess, finess.substring(0, 2), commune);
    client.ask(new Call(Load.AGENCY, "POST", "/v1/centres", centre, Map.of(), Set.of(201, 409)));
    String mandat =
        """
        {"clientId": "%s", "scopes": ["quarterly-data:write"], "validUntil": "2027-12-31"}
        """
            .formatted(Accounts.EDITOR);
    client.ask(
        new Call(
            Load.MANAGER,
            "POST",
            "/v1/centres/" + finess + "/mandats",
            mandat,
            Map.of(),
            Set.of(201)));
  }

  private static Path root() {
    return Path.of(Objects.requireNonNull(System.getProperty("cadran.root"), "cadran.root"));
  }

  /** One folder below what {@code e2e/faults} mounts, so that the launcher can remove it. */
  private static Path home() {
    return Path.of(
            System.getProperty(
                "cadran.faults.home", root().resolve("e2e/target/faults").toString()))
        .resolve("platform")
        .toAbsolutePath();
  }

  private PlatformUnderTest platform() {
    try {
      Files.createDirectories(Objects.requireNonNull(home.getParent()));
      Map<String, String> settings = new HashMap<>(Clocks.settings(home));
      // Shorter than an operator's three minutes: the checks wait that long.
      settings.put("CADRAN_EVENTS_READERS_WATCH_EVERY", "PT10S");
      settings.put("CADRAN_EVENTS_READERS_STALLED_AFTER", "PT1M");
      return new PlatformUnderTest(root(), home, FIRST_PORT, settings);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
