package fr.cadran.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * B8: how fast the outbox relay of centres-service empties an outbox in which many events wait,
 * turn by turn beside a producer alone that sends the same bytes with the same settings to a topic
 * of as many partitions. Afterwards both topics are read: nothing may be missing, nor out of its
 * order. The events are those of the demo's data, for keys of the bench. Needs a platform that is
 * up; writes {@code bench/results/b8.md} and {@code .json}.
 */
public final class RelayThroughput {
  private static final String TOPICS = "cadran.bench.";
  private static final int PARTITIONS = 3;
  private static final int KEYS = 2_500;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final long LOOK_NANOS = 20_000_000;
  private static final String INSERT =
      """
      INSERT INTO outbox_event (event_id, topic, event_key, type, source, subject, data_schema,
                                aggregate_version, occurred_at, trace_parent, payload)
      SELECT gen_random_uuid(), ?, lpad((g % ?)::text, 9, '0'), t.type, t.source, t.subject, t.data_schema,
             g / ? + 1, now(), t.trace_parent, t.payload
        FROM generate_series(0, ? - 1) g
        JOIN (SELECT row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS all_of_them, e.*
                FROM (SELECT * FROM outbox_event WHERE topic NOT LIKE 'cadran.bench.%' ORDER BY id LIMIT 1000) e) t
          ON t.n = g % t.all_of_them
       ORDER BY g
      """;

  private final Connection database;
  private final String broker;
  private final int events;

  private RelayThroughput(Connection database, String broker, int events) {
    this.database = database;
    this.broker = broker;
    this.events = events;
  }

  /** Runs the measurement; arguments: root of the checkout, and optionally events, rounds. */
  public static void main(String[] args)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    Path root = Path.of(args[0]);
    int events = args.length > 1 ? Integer.parseInt(args[1]) : 50_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    Properties secrets = new Properties();
    Path home =
        Path.of(Objects.requireNonNullElse(System.getenv("CADRAN_HOME"), root + "/.cadran"));
    try (InputStream file = Files.newInputStream(home.resolve("secrets.properties"))) {
      secrets.load(file);
    }
    try (Connection database =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + OwnGateway.port("DATABASE", 5433) + "/centres",
            "centres",
            secrets.getProperty("database.centres"))) {
      new RelayThroughput(database, "127.0.0.1:" + OwnGateway.port("BROKER", 9092), events)
          .run(root.resolve("bench/results"), rounds);
    }
  }

  /** What a topic held of a turn. */
  private record Read(int missing, int outOfOrder, int again) {
    Read plus(Read other) {
      return new Read(missing + other.missing, outOfOrder + other.outOfOrder, again + other.again);
    }
  }

  private void run(Path results, int rounds)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    List<Double> relay = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    Read relayed = new Read(0, 0, 0);
    Read sent = new Read(0, 0, 0);
    long bytes = 0;
    removeTopics();
    forget();
    try {
      // The first turn of each is not counted: it runs code that was never run.
      for (int round = -1; round < rounds; round++) {
        // New names, so that no producer remembers a topic of that name that is gone.
        String relayTopic = TOPICS + "relayed-" + (round + 1);
        String aloneTopic = TOPICS + "alone-" + (round + 1);
        createTopics(relayTopic, aloneTopic);
        double relaySeconds = relay(relayTopic);
        List<ProducerRecord<byte[], byte[]>> same = sameEvents(relayTopic, aloneTopic);
        double aloneSeconds = alone(aloneTopic, same);
        relayed = relayed.plus(read(relayTopic));
        sent = sent.plus(read(aloneTopic));
        if (round >= 0) {
          relay.add(events / relaySeconds);
          alone.add(events / aloneSeconds);
        }
        bytes = same.stream().mapToLong(one -> one.value().length).sum();
        forget();
      }
    } finally {
      removeTopics();
      forget();
    }
    write(results, relay, alone, relayed, sent, bytes / events);
  }

  private void createTopics(String... names) throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      admin
          .createTopics(
              Arrays.stream(names).map(name -> new NewTopic(name, PARTITIONS, (short) 1)).toList())
          .all()
          .get();
    }
  }

  private void removeTopics() throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      List<String> there =
          admin.listTopics().names().get().stream()
              .filter(
                  name -> name.startsWith(TOPICS + "relayed") || name.startsWith(TOPICS + "alone"))
              .toList();
      admin.deleteTopics(there).all().get();
      while (admin.listTopics().names().get().stream().anyMatch(there::contains)) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker));
  }

  /** Seconds from the commit of the events until each is marked as published. */
  private double relay(String topic) throws SQLException {
    database.setAutoCommit(false);
    try (PreparedStatement insert = database.prepareStatement(INSERT)) {
      insert.setString(1, topic);
      insert.setInt(2, KEYS);
      insert.setInt(3, KEYS);
      insert.setInt(4, events);
      int waiting = insert.executeUpdate();
      if (waiting != events) {
        throw new IllegalStateException(
            waiting + " events wait: ./platform demo loads those that are copied");
      }
    }
    database.commit();
    long start = System.nanoTime();
    database.setAutoCommit(true);
    try (PreparedStatement look =
        database.prepareStatement(
            "SELECT 1 FROM outbox_event WHERE published_at IS NULL LIMIT 1")) {
      while (true) {
        try (ResultSet row = look.executeQuery()) {
          if (!row.next()) {
            return (System.nanoTime() - start) / 1e9;
          }
        }
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new IllegalStateException("the relay is not done after " + PATIENCE);
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  /** The messages that the relay makes of the rows, headers included. */
  private List<ProducerRecord<byte[], byte[]>> sameEvents(String from, String to)
      throws SQLException {
    List<ProducerRecord<byte[], byte[]>> same = new ArrayList<>(events);
    try (PreparedStatement select =
        database.prepareStatement("SELECT * FROM outbox_event WHERE topic = ? ORDER BY id")) {
      select.setString(1, from);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ProducerRecord<byte[], byte[]> message =
              new ProducerRecord<>(
                  to, bytes(row.getString("event_key")), bytes(row.getString("payload")));
          header(message, "content-type", "application/json");
          header(message, "ce_specversion", "1.0");
          header(message, "ce_id", row.getString("event_id"));
          header(message, "ce_source", row.getString("source"));
          header(message, "ce_type", row.getString("type"));
          header(message, "ce_subject", row.getString("subject"));
          header(
              message,
              "ce_time",
              row.getObject("occurred_at", OffsetDateTime.class).toInstant().toString());
          header(message, "ce_dataschema", row.getString("data_schema"));
          header(message, "ce_aggregateversion", row.getString("aggregate_version"));
          String trace = row.getString("trace_parent");
          if (trace != null) {
            header(message, "traceparent", trace);
          }
          same.add(message);
        }
      }
    }
    return same;
  }

  private static void header(ProducerRecord<byte[], byte[]> message, String name, String value) {
    message.headers().add(name, bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Seconds until the broker has acknowledged each, from a producer that is already connected. */
  private double alone(String topic, List<ProducerRecord<byte[], byte[]>> messages)
      throws InterruptedException, ExecutionException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                broker,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                0),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.partitionsFor(topic);
      long start = System.nanoTime();
      List<Future<RecordMetadata>> sent = new ArrayList<>(messages.size());
      for (ProducerRecord<byte[], byte[]> message : messages) {
        sent.add(producer.send(message));
      }
      producer.flush();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /** Reads a topic whole: of each key, the versions must follow one another, and be all there. */
  private Read read(String topic) {
    Map<String, Integer> last = new HashMap<>();
    int outOfOrder = 0;
    int again = 0;
    int known = 0;
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        partitions.add(new TopicPartition(topic, partition));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(QUIET)) {
          String key = new String(message.key(), StandardCharsets.UTF_8);
          int version =
              Integer.parseInt(
                  new String(
                      message.headers().lastHeader("ce_aggregateversion").value(),
                      StandardCharsets.UTF_8));
          int before = last.getOrDefault(key, 0);
          if (version == before + 1) {
            last.put(key, version);
            known++;
          } else if (version <= before) {
            again++;
          } else {
            outOfOrder++;
          }
        }
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(topic + " cannot be read to its end");
        }
      }
    }
    return new Read(events - known, outOfOrder, again);
  }

  /** The next turn finds the table as this one did. */
  private void forget() throws SQLException {
    database.setAutoCommit(true);
    try (Statement statement = database.createStatement()) {
      statement.execute("DELETE FROM outbox_event WHERE topic LIKE 'cadran.bench.%'");
      statement.execute("VACUUM ANALYZE outbox_event");
    }
  }

  private void write(
      Path folder, List<Double> relay, List<Double> alone, Read relayed, Read sent, long size)
      throws IOException {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < relay.size(); round++) {
      ratios.add(relay.get(round) / alone.get(round));
    }
    String machine = OwnGateway.machine();
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("b8.md"),
        String.format(
            Locale.ROOT,
            """
            ## B8: outbox relay

            %d events that wait, of %d bytes on average, %d keys, %d partitions, acks=all, idempotent; %d rounds by turns.

            | what | events/s, median | missing | out of order | sent again |
            | --- | --- | --- | --- | --- |
            | relay of centres-service: committed → each marked | %.0f | %d | %d | %d |
            | producer alone, the same bytes | %.0f | %d | %d | %d |

            Relay ÷ producer, median of the rounds: %.2f (to reach: 0.5). %s.
            """,
            events,
            size,
            KEYS,
            PARTITIONS,
            relay.size(),
            median(relay),
            relayed.missing,
            relayed.outOfOrder,
            relayed.again,
            median(alone),
            sent.missing,
            sent.outOfOrder,
            sent.again,
            median(ratios),
            machine));
    Files.writeString(
        folder.resolve("b8.json"),
        String.format(
            Locale.ROOT,
            "{\"scenario\": \"B8\", \"events\": %d, \"bytes\": %d, \"relayPerSecond\": %.0f,"
                + " \"producerPerSecond\": %.0f, \"ratio\": %.3f, \"missing\": %d,"
                + " \"outOfOrder\": %d, \"sentAgain\": %d, \"machine\": \"%s\"}%n",
            events,
            size,
            median(relay),
            median(alone),
            median(ratios),
            relayed.missing,
            relayed.outOfOrder,
            relayed.again,
            machine));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
