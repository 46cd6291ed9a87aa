package fr.cadran.indicators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.events.EventType;
import fr.cadran.kit.failpoint.Failpoint;
import fr.cadran.testing.infra.Database;
import fr.cadran.testing.infra.Databases;
import fr.cadran.testing.infra.KafkaProbe;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The packaged service takes events in and tells others, and dies at every place where one could
 * get lost or doubled, and by kill -9 at any moment. In the end each event had its effect once, and
 * all that was to be told is told, in order. Prints what it does and with which seed.
 *
 * <p>{@code ./mvnw -pl indicators-service -am verify -Pfaults}; {@code -Dcadran.faults.seed=N} does
 * the same again, {@code -Dcadran.faults.rounds=N} more of it.
 */
class EventsFaultIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<String> CENTRES = List.of("930012345", "930012346", "750012347");
  private static final EventType<?> TAKEN_IN = EventType.QUARTERLY_DATA_SUBMITTED;
  private static final EventType<?> TOLD = EventType.INDICATOR_VALUES_COMPUTED;

  private static final int ROUNDS =
      Integer.getInteger("cadran.faults.rounds", Failpoint.values().length + 1);

  private final long seed = Long.getLong("cadran.faults.seed", Instant.now().toEpochMilli());
  private final Random random = new Random(seed);
  private final Map<String, Integer> versions = new TreeMap<>();
  private int sent;

  @Test
  void no_event_is_lost_and_none_has_its_effect_twice() throws Exception {
    say("seed " + seed + ", " + ROUNDS + " rounds");
    try (Database database = Databases.create("faults");
        KafkaProbe probe = KafkaProbe.shared()) {
      Process first = start(database, "prod", null, "first");
      try {
        await("the service made its topics")
            .atMost(PATIENCE)
            .until(() -> probe.topics().contains(EventType.EVENT_RECEIVED.topic()));
        tell(probe, 3);
        await("it works").atMost(PATIENCE).until(() -> count(database, "inbox_event") == sent);
      } finally {
        PackagedService.kill(first);
      }
      for (String fault : faults()) {
        round(database, probe, fault);
      }
      Process last = start(database, "prod", null, "last");
      try {
        await("everything is taken in")
            .atMost(PATIENCE)
            .until(() -> count(database, "inbox_event") == sent);
        await("everything is told")
            .atMost(PATIENCE)
            .until(() -> count(database, "outbox_event WHERE published_at IS NULL") == 0);
      } finally {
        PackagedService.kill(last);
      }
      check(database, probe);
    }
  }

  /** Every place once, in an order of the seed, and a kill from outside; then again. */
  private List<String> faults() {
    List<String> faults = new ArrayList<>();
    while (faults.size() < ROUNDS) {
      List<String> all = new ArrayList<>();
      for (Failpoint place : Failpoint.values()) {
        all.add(place + "@" + (1 + random.nextInt(4)));
      }
      all.add("KILL after " + random.nextInt(1500) + " ms");
      Collections.shuffle(all, random);
      faults.addAll(all);
    }
    return faults.subList(0, ROUNDS);
  }

  private void round(Database database, KafkaProbe probe, String fault) throws Exception {
    boolean fromOutside = fault.startsWith("KILL");
    long taken = count(database, "inbox_event");
    Process process = start(database, "faults", fromOutside ? null : fault, fault);
    try {
      tell(probe, 8 + random.nextInt(8));
      if (fromOutside) {
        await("it works on it")
            .atMost(PATIENCE)
            .until(() -> count(database, "inbox_event") > taken);
        TimeUnit.MILLISECONDS.sleep(Long.parseLong(fault.replaceAll("\\D", "")));
        PackagedService.kill(process);
      }
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("it dies at " + fault)
          .isTrue();
      assertThat(process.exitValue()).as(fault).isEqualTo(137);
    } finally {
      PackagedService.kill(process);
    }
    say(
        "%s: dead; %d sent, %d taken in, %d wait to be told"
            .formatted(
                fault,
                sent,
                count(database, "inbox_event"),
                count(database, "outbox_event WHERE published_at IS NULL")));
  }

  private void check(Database database, KafkaProbe probe) throws SQLException {
    assertThat(count(database, "quarterly_record")).as("no event is lost").isEqualTo(sent);
    String receptions = "outbox_event WHERE type = '" + EventType.EVENT_RECEIVED.type() + "'";
    assertThat(count(database, receptions)).as("none has its effect twice").isEqualTo(sent);
    long toTell = count(database, "outbox_event WHERE type = '" + TOLD.type() + "'");
    assertThat(toTell).isGreaterThanOrEqualTo(sent);

    Set<String> told = new HashSet<>();
    Map<String, Integer> lastOfSubject = new HashMap<>();
    List<ConsumerRecord<byte[], byte[]>> messages =
        probe.readUntil(
            TOLD.topic(),
            read -> read.stream().map(one -> header(one, "ce_id")).distinct().count() >= toTell,
            PATIENCE);
    for (ConsumerRecord<byte[], byte[]> message : messages) {
      if (told.add(header(message, "ce_id"))) {
        int version = Integer.parseInt(header(message, "ce_aggregateversion"));
        assertThat(version)
            .as("in order: " + header(message, "ce_subject"))
            .isGreaterThanOrEqualTo(lastOfSubject.getOrDefault(header(message, "ce_subject"), 0));
        lastOfSubject.put(header(message, "ce_subject"), version);
      }
    }
    assertThat(told).as("all that was to be told is told").hasSize(Math.toIntExact(toTell));
    versions.forEach((subject, version) ->
        assertThat(lastOfSubject.get(subject)).as(subject).isEqualTo(version));
    say(
        "%d events taken in once each, %d told, %d of them again after a death"
            .formatted(sent, told.size(), messages.size() - told.size()));
  }

  private void tell(KafkaProbe probe, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      String centre = CENTRES.get(random.nextInt(CENTRES.size()));
      String quarter = "2013-Q" + (1 + random.nextInt(4));
      String subject = centre + "/" + quarter;
      int version = versions.merge(subject, 1, Integer::sum);
      ObjectNode data = ToldByOthers.example("centres.quarterly-data-submitted.v1");
      data.put("finess", centre).put("quarter", quarter).put("version", version);
      ((ObjectNode) data.at("/content/patients")).put("passages", 1000 + random.nextInt(900));
      Map<String, String> headers =
          ToldByOthers.headers(TAKEN_IN, new UUID(seed, sent).toString(), subject, version);
      probe.send(TAKEN_IN.topic(), centre, data.toString().getBytes(UTF_8), headers);
      sent++;
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
    return Objects.requireNonNull(KafkaProbe.header(message, name), name);
  }

  private static Process start(
      Database database, String profile, @Nullable String failpoint, String name)
      throws IOException {
    Map<String, String> settings = new HashMap<>(Map.of("CADRAN_AUDIT_ANCHORED", "false"));
    if (failpoint != null) {
      settings.put("CADRAN_FAILPOINT", failpoint);
    }
    return PackagedService.start(
        database, profile, settings, "fault-it-" + name.replaceAll("\\W", "-"));
  }

  private static long count(Database database, String rows) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + rows)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void say(String line) {
    System.out.println("faults: " + line);
  }
}
