package fr.cadran.indicators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.events.EventType;
import fr.cadran.testing.infra.Broker;
import fr.cadran.testing.infra.Database;
import fr.cadran.testing.infra.Databases;
import fr.cadran.testing.infra.KafkaProbe;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The packaged service takes in what others tell, with corrections, repetitions, late and broken
 * messages among it, and is killed. A second one makes an empty database anew from the topics: it
 * must hold the same, row by row, ids and times included.
 */
class RebuildIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String CPTS = "0199f0a0-0000-7000-8000-0000000000c1";
  private static final String CONTRACT = "0199f0a0-0000-7000-8000-0000000000a1";

  /** What belongs to a database alone and is told nowhere: see docs/adr/0025. */
  private static final List<String> OWN =
      List.of(
          "audit_entry",
          "flyway_schema_history",
          "idempotency_key",
          "outbox_event",
          "recomputation",
          "recomputation_pending",
          "recomputation_difference");

  private static Database original;
  private static Database rebuilt;
  private static KafkaProbe probe;

  @BeforeAll
  static void open() {
    original = Databases.create("original");
    rebuilt = Databases.create("rebuilt");
    probe = KafkaProbe.shared();
  }

  @AfterAll
  static void close() throws SQLException {
    probe.close();
    original.close();
    rebuilt.close();
  }

  @Test
  void a_database_rebuilt_from_the_topics_equals_the_original_row_by_row() throws Exception {
    Process first = start(original, "prod");
    int sent;
    try {
      await("the service made its topics")
          .atMost(PATIENCE)
          .until(() -> probe.topics().contains(deadLetters(EventType.PAYMENT_ORDERED)));
      sent = tell();
      await("everything is taken in, set aside or passed over")
          .atMost(PATIENCE)
          .until(() -> count("SELECT count(*) FROM inbox_event") == sent);
      await("all of it is told")
          .atMost(PATIENCE)
          .until(() -> count("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0);
      await("the group has committed").atMost(PATIENCE).until(() -> committed() == sent + 6);
    } finally {
      PackagedService.kill(first);
    }
    Map<TopicPartition, Long> ends = ends();
    long offsets = committed();

    Process second = start(rebuilt, "rebuild");
    try {
      assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      PackagedService.kill(second);
    }

    assertThat(second.exitValue()).as(PackagedService.log("rebuild-it-rebuild")).isZero();
    Map<String, List<String>> expected = rows(original);
    Map<String, List<String>> found = rows(rebuilt);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    for (Map.Entry<String, List<String>> table : expected.entrySet()) {
      assertThat(found.get(table.getKey())).as(table.getKey()).isEqualTo(table.getValue());
      assertThat(table.getValue()).as(table.getKey() + " proves something").isNotEmpty();
    }
    assertThat(expected.get("indicator_value")).hasSizeGreaterThan(300);
    assertThat(expected.get("programme_state")).hasSize(3);
    assertThat(ends()).as("nothing was told, nothing set aside").isEqualTo(ends);
    assertThat(committed()).as("the group of the service stays where it was").isEqualTo(offsets);
  }

  /** How many of the messages must be remembered. */
  private int tell() throws IOException {
    int remembered = 0;
    for (String centre : List.of("930012345", "930012346", "750012347")) {
      ObjectNode state = ToldByOthers.example("centres.centre-state.v1");
      state.put("finess", centre);
      for (int version = 1; version <= 2; version++) {
        send(EventType.CENTRE_STATE, centre, centre, version, state.put("version", version));
        remembered++;
      }
      ObjectNode mandats = ToldByOthers.example("centres.mandats-state.v1").put("finess", centre);
      send(EventType.MANDATS_STATE, centre, centre, 1, mandats.put("version", 1));
      remembered++;
      // A quarter that comes late changes those after it; a correction restates; one is sent twice,
      // one comes behind a later version, one is broken and its sender repeats it mended.
      data(centre, "2013-Q1", 1, 900);
      data(centre, "2013-Q3", 1, 1500);
      String again = data(centre, "2013-Q2", 1, 1200);
      sendWithId(again, centre, "2013-Q2", 1, quarterly(centre, "2013-Q2", 1, 1200).toString());
      sendWithId(UUID.randomUUID().toString(), centre, "2013-Q4", 1, "{\"finess\": ");
      data(centre, "2013-Q3", 3, 1600);
      data(centre, "2013-Q3", 2, 1550);
      data(centre, "2013-Q4", 1, 1700);
      remembered += 6;
    }
    ObjectNode programme = ToldByOthers.example("centres.programme-state.v1");
    for (int version = 1; version <= 3; version++) {
      String id = programme.path("id").asText();
      send(
          EventType.PROGRAMME_STATE,
          id,
          id,
          version,
          programme.put("version", version).put("name", "état " + version));
      remembered++;
    }
    send(
        EventType.CPTS_STATE,
        CPTS,
        CPTS,
        1,
        ToldByOthers.example("cpts.cpts-state.v1").put("cpts", CPTS));
    remembered++;
    for (int version = 1; version <= 2; version++) {
      ObjectNode results = ToldByOthers.example("cpts.dialogue-results-submitted.v1");
      results.put("resultsVersion", version);
      if (version == 2) {
        ((ObjectNode) results.at("/missions/0/indicators/0")).put("value", 12);
      }
      send(EventType.DIALOGUE_RESULTS_SUBMITTED, CPTS, CONTRACT, 10 + version, results);
      ObjectNode payment = ToldByOthers.example("cpts.payment-ordered.v1");
      payment.put("payment", new UUID(7, version).toString());
      send(EventType.PAYMENT_ORDERED, CPTS, CONTRACT, 10 + version, payment);
      remembered += 2;
    }
    return remembered;
  }

  private String data(String centre, String quarter, int version, int passages) throws IOException {
    String id = UUID.randomUUID().toString();
    sendWithId(
        id, centre, quarter, version, quarterly(centre, quarter, version, passages).toString());
    return id;
  }

  private static ObjectNode quarterly(String centre, String quarter, int version, int passages)
      throws IOException {
    ObjectNode data = ToldByOthers.example("centres.quarterly-data-submitted.v1");
    data.put("finess", centre).put("quarter", quarter).put("version", version);
    ((ObjectNode) data.at("/content/patients")).put("passages", passages);
    return data;
  }

  private void sendWithId(String id, String centre, String quarter, int version, String json) {
    Map<String, String> headers =
        ToldByOthers.headers(
            EventType.QUARTERLY_DATA_SUBMITTED, id, centre + "/" + quarter, version);
    probe.send(EventType.QUARTERLY_DATA_SUBMITTED.topic(), centre, json.getBytes(UTF_8), headers);
  }

  private void send(EventType<?> type, String key, String subject, long version, ObjectNode data) {
    probe.send(
        type.topic(),
        key,
        data.toString().getBytes(UTF_8),
        ToldByOthers.headers(type, UUID.randomUUID().toString(), subject, version));
  }

  private static String deadLetters(EventType<?> type) {
    return type.deadLetterTopic("indicators");
  }

  private static Process start(Database database, String profile) throws IOException {
    return PackagedService.start(database, profile, Map.of(), "rebuild-it-" + profile);
  }

  private static Map<String, List<String>> rows(Database database) throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      tables.removeAll(OWN);
      for (String table : tables) {
        List<String> found = rows.computeIfAbsent(table, name -> new ArrayList<>());
        try (ResultSet row =
            statement.executeQuery(
                "SELECT told FROM (SELECT to_jsonb(t)::text AS told FROM "
                    + table
                    + " t) AS rows ORDER BY told COLLATE \"C\"")) {
          while (row.next()) {
            found.add(row.getString(1));
          }
        }
      }
    }
    return rows;
  }

  private static long count(String sql) throws SQLException {
    try (Connection connection = original.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long committed() throws Exception {
    try (Admin admin = admin()) {
      return admin
          .listConsumerGroupOffsets("indicators")
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .filter(Objects::nonNull)
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    }
  }

  private static Map<TopicPartition, Long> ends() throws Exception {
    try (Admin admin = admin()) {
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      admin
          .describeTopics(probe.topics())
          .allTopicNames()
          .get()
          .forEach((topic, description) ->
              description
                  .partitions()
                  .forEach(partition ->
                      asked.put(
                          new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
      Map<TopicPartition, Long> ends = new HashMap<>();
      for (Map.Entry<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> end :
          admin.listOffsets(asked).all().get().entrySet()) {
        ends.put(end.getKey(), end.getValue().offset());
      }
      return ends;
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", Broker.sharedBootstrapServers()));
  }
}
