package fr.cadran.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.e2e.faults.PlatformUnderTest.Outcome;
import fr.cadran.e2e.faults.PoliteClient.Call;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares the platform with what its callers were told, and with itself. */
final class Checks {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final PlatformUnderTest platform;
  private final PoliteClient client;
  private final Accounts accounts;
  private final Messages messages;
  private final Oracle oracle;
  private final Journal journal;

  Checks(
      PlatformUnderTest platform,
      PoliteClient client,
      Accounts accounts,
      Messages messages,
      Oracle oracle,
      Journal journal) {
    this.platform = platform;
    this.client = client;
    this.accounts = accounts;
    this.messages = messages;
    this.oracle = oracle;
    this.journal = journal;
  }

  /** Everything that can be known of a platform that runs on. */
  void all() throws Exception {
    everythingIsToldAndTakenIn();
    everyAcceptedSubmissionIsThereOnce();
    everySubmissionIsToldOnceAndInOrder();
    noEventHadItsEffectTwice();
    everyRegistrationIsThereOnce();
    everyContractIsPaidOnce();
    indicatorsAreThoseOfTheLastVersion();
    onlyPoisonIsSetAside();
    Outcome computed =
        platform.run(
            Map.of("CADRAN_TOKEN", accounts.token("admin")),
            "cadran",
            "recompute",
            "--dry-run",
            "--json");
    assertThat(computed.exitCode()).as(computed.told()).isZero();
    JsonNode values = JSON.readTree(computed.told());
    journal.say(
        "  a full recompute finds nothing else: %d values and %d gains of %d centres"
            .formatted(
                values.path("valuesComputed").asLong(),
                values.path("gainsComputed").asLong(),
                values.path("centresDone").asInt()));
    sound("audit", "verify");
    sound("verify", "ledgers");
  }

  /** The database of indicators-service, made anew from the topics, is the one in use. */
  void rebuilt() throws Exception {
    Outcome outcome =
        platform.run(
            Map.of(), "cadran", "rebuild", "indicators", "--compare", "--replace", "--json");
    assertThat(outcome.exitCode()).as(outcome.told()).isZero();
    JsonNode report = JSON.readTree(outcome.told());
    assertThat(report.path("equal").asBoolean()).as(outcome.told()).isTrue();
    Map<String, Long> same = new TreeMap<>();
    for (JsonNode table : report.path("comparison")) {
      same.put(table.path("table").asText(), table.path("same").asLong());
    }
    assertThat(same)
        .containsKeys("indicator_value", "potential_gain", "cpts_value", "programme_state");
    journal.say("  rebuilt from the topics, row by row the same: " + same);
  }

  /**
   * Messages not taken in yet. A service that ended itself because its readers had stopped is
   * started anew, as whoever keeps it running would; one that ended for another reason is a fault.
   */
  private long lag() throws Exception {
    for (Part service : List.of(Part.CENTRES, Part.INDICATORS, Part.CONTRACTS)) {
      if (platform.isDead(service)) {
        assertThat(Files.readString(platform.log(service)))
            .as("why %s ended", service.label())
            .contains("messages wait and nobody reads them");
        journal.say(
            "  the readers of %s had stopped; it ended and is started anew"
                .formatted(service.label()));
        platform.up(service);
      }
    }
    return messages.lag();
  }

  private void everythingIsToldAndTakenIn() {
    await("everything is told")
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          for (Part service : List.of(Part.CENTRES, Part.INDICATORS, Part.CONTRACTS)) {
            assertThat(
                    rows(service, "SELECT id::text FROM outbox_event WHERE published_at IS NULL"))
                .as("the outbox of " + service.label())
                .isEmpty();
          }
        });
    await("everything is taken in").atMost(PATIENCE).until(this::lag, lag -> lag == 0);
    journal.say("  nothing waits in an outbox, nothing waits for a consumer");
  }

  private void everyAcceptedSubmissionIsThereOnce() throws IOException, SQLException {
    Map<String, Map<Integer, Integer>> there = new TreeMap<>();
    for (List<String> row :
        rows(
            Part.CENTRES,
            "SELECT centre || '/' || quarter, version::text, content->'patients'->>'passages'"
                + " FROM quarterly_version ORDER BY 1, version")) {
      there
          .computeIfAbsent(row.get(0), one -> new LinkedHashMap<>())
          .put(Integer.valueOf(row.get(1)), Integer.valueOf(row.get(2)));
    }
    Map<String, Map<Integer, Integer>> due = new TreeMap<>();
    oracle
        .figures()
        .forEach((place, figures) -> {
          Map<Integer, Integer> versions = new LinkedHashMap<>();
          for (int figure : figures) {
            versions.put(versions.size() + 1, figure);
          }
          due.put(place.toString(), versions);
        });
    assertThat(there).as("what was accepted, and nothing else").isEqualTo(due);
    journal.say(
        "  %d accepted submissions of %d quarters are there, once each, in their versions"
            .formatted(oracle.submissions(), due.size()));
  }

  private void everySubmissionIsToldOnceAndInOrder() {
    Map<String, List<Integer>> told = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    int again = 0;
    for (ConsumerRecord<byte[], byte[]> message : messages.all(Messages.SUBMISSIONS)) {
      String id = Messages.header(message, "ce_id");
      if (messages.poison().containsKey(id)) {
        continue;
      }
      if (seen.add(id)) {
        told.computeIfAbsent(Messages.header(message, "ce_subject"), one -> new ArrayList<>())
            .add(Integer.valueOf(Messages.header(message, "ce_aggregateversion")));
      } else {
        again++;
      }
    }
    Map<String, List<Integer>> due = new TreeMap<>();
    oracle
        .figures()
        .forEach((place, figures) -> {
          List<Integer> versions = new ArrayList<>();
          figures.forEach(figure -> versions.add(versions.size() + 1));
          due.put(place.toString(), versions);
        });
    assertThat(told).as("events of each quarter, in the order of their versions").isEqualTo(due);
    journal.say(
        "  each is told by one event, in order; %d messages were there again".formatted(again));
  }

  private void noEventHadItsEffectTwice() throws IOException, SQLException {
    assertThat(
            rows(
                Part.INDICATORS,
                """
                SELECT subject, count(*)::text FROM outbox_event
                 WHERE topic = 'cadran.audit.receptions.v1' GROUP BY subject HAVING count(*) > 1
                """))
        .as("events that were taken in more than once")
        .isEmpty();
  }

  private void everyContractIsPaidOnce() throws IOException, SQLException {
    List<String> there = new ArrayList<>();
    rows(Part.CONTRACTS, "SELECT id::text FROM contract").forEach(row -> there.add(row.getFirst()));
    assertThat(there)
        .as("contracts that were drawn up, and no other")
        .containsExactlyInAnyOrderElementsOf(oracle.contracts());
    Map<String, BigDecimal> ledgers = new TreeMap<>();
    for (List<String> row :
        rows(
            Part.CONTRACTS,
            "SELECT contract_id::text, sum(amount)::text FROM ledger_line GROUP BY contract_id")) {
      ledgers.put(row.get(0), new BigDecimal(row.get(1)));
    }
    assertThat(ledgers).as("what each ledger comes to").containsAllEntriesOf(oracle.paid());
    assertThat(Set.copyOf(oracle.paid().values()))
        .as("the same terms are owed the same")
        .hasSizeLessThanOrEqualTo(1);
    journal.say(
        "  %d contracts are there, once each; each that ended is owed %s euros"
            .formatted(there.size(), Set.copyOf(oracle.paid().values())));
  }

  private void everyRegistrationIsThereOnce() throws IOException, SQLException {
    List<String> there = new ArrayList<>();
    rows(Part.CONTRACTS, "SELECT name FROM cpts").forEach(row -> there.add(row.getFirst()));
    assertThat(there)
        .as("CPTS that were registered, and no other")
        .containsExactlyInAnyOrderElementsOf(oracle.registered());
    journal.say("  %d registered CPTS are there, once each".formatted(there.size()));
  }

  private void indicatorsAreThoseOfTheLastVersion() throws InterruptedException {
    Map<String, JsonNode> shown = new HashMap<>();
    for (String centre : Load.CENTRES.keySet()) {
      client
          .ask(
              new Call(
                  Load.AGENCY,
                  "GET",
                  "/v1/indicator-values?indicator=taux-non-venue&limit=500&centre=" + centre,
                  null,
                  Map.of(),
                  Set.of(200)))
          .json()
          .path("items")
          .forEach(value -> shown.put(centre + "/" + value.path("quarter").asText(), value));
    }
    oracle
        .figures()
        .forEach((place, figures) -> {
          assertThat(shown).as("quarters with a value").containsKey(place.toString());
          JsonNode value = Objects.requireNonNull(shown.get(place.toString()));
          assertThat(value.at("/inputs/0/version").asInt())
              .as("the version behind the value of " + place)
              .isEqualTo(figures.size());
          assertThat(value.path("numerator").asInt())
              .as("the figure behind the value of " + place)
              .isEqualTo(Load.numerator(figures.getLast()));
        });
    journal.say(
        "  the indicators of %d quarters are those of the last version".formatted(shown.size()));
  }

  private void onlyPoisonIsSetAside() {
    await("what nobody can handle is set aside, and nothing else")
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          Outcome listed =
              platform.run(Map.of(), "cadran", "dead-letters", "list", "--all", "--json");
          assertThat(listed.exitCode()).as(listed.told()).isBetween(0, 1);
          Map<String, String> reasons = new HashMap<>();
          for (JsonNode letter : JSON.readTree(listed.told()).path("deadLetters")) {
            reasons.put(
                letter.path("event").asText(),
                letter.path("reason").asText().replaceAll(":.*", ""));
          }
          assertThat(reasons).isEqualTo(messages.poison());
        });
    journal.say("  set aside: " + messages.poison().size() + ", the poison and nothing else");
  }

  private void sound(String... command) throws IOException, InterruptedException {
    Outcome outcome = platform.run(Map.of(), "cadran", command);
    assertThat(outcome.exitCode()).as(outcome.told()).isZero();
    outcome
        .told()
        .lines()
        .filter(line -> line.contains("sound") || line.contains("hold"))
        .forEach(line -> journal.say("  " + line.replaceAll("; head .*", "")));
  }

  private List<List<String>> rows(Part service, String select) throws IOException, SQLException {
    try (Connection connection = platform.database(service);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(select)) {
      List<List<String>> rows = new ArrayList<>();
      while (row.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          columns.add(String.valueOf(row.getString(i)));
        }
        rows.add(columns);
      }
      return rows;
    }
  }
}
