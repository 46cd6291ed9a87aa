package fr.cadran.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.cadran.events.EventType;
import fr.cadran.events.indicators.IndicatorValuesComputed;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class OutboxRelayTest {

  private static final EventType<IndicatorValuesComputed> TYPE =
      EventType.INDICATOR_VALUES_COMPUTED;
  private static final int WRITERS = 6;
  private static final int AGGREGATES = 5;
  private static final int CHANGES = 60;
  private static final int SLOW_CHANGES = 15;
  private static final String SLOW_KEY = "950000000";

  @Inject Outbox outbox;
  @Inject OutboxRelay relay;
  @Inject AgroalDataSource dataSource;
  @Inject Tracer tracer;

  private KafkaProbe probe;

  @BeforeEach
  void open() {
    probe = KafkaProbe.shared();
  }

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void a_committed_event_travels_as_a_cloud_event() {
    Span span = tracer.spanBuilder("change").startSpan();
    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      QuarkusTransaction.requiringNew().run(() -> outbox.publish(event("930000011", 7)));
    } finally {
      span.end();
    }

    ConsumerRecord<byte[], byte[]> message = awaitKey("930000011", 1).getFirst();

    assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(message, "ce_type")).isEqualTo(TYPE.type());
    assertThat(header(message, "ce_subject")).isEqualTo("930000011/2013-Q3");
    assertThat(header(message, "ce_aggregateversion")).isEqualTo("7");
    assertThat(header(message, "ce_dataschema")).isEqualTo(TYPE.schemaId());
    assertThat(header(message, "ce_source")).startsWith("urn:cadran:service:");
    assertThat(header(message, "content-type")).isEqualTo("application/json");
    assertThat(Instant.parse(header(message, "ce_time"))).isBefore(Instant.now());
    assertThat(header(message, "traceparent")).contains(span.getSpanContext().getTraceId());
    assertThat(IncomingEvent.parse(message, TYPE).data().finess()).isEqualTo("930000011");
  }

  @Test
  void a_rolled_back_change_tells_nothing() {
    assertThatThrownBy(() ->
            QuarkusTransaction.requiringNew()
                .run(() -> {
                  outbox.publish(event("930000022", 1));
                  throw new IllegalArgumentException("changed my mind");
                }))
        .isInstanceOf(IllegalArgumentException.class);
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(event("930000023", 1)));

    // What was committed after it has arrived, so it would have arrived as well.
    awaitKey("930000023", 1);
    assertThat(keyed(read(), "930000022")).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void without_a_transaction_nothing_is_taken() {
    assertThatThrownBy(() -> outbox.publish(event("930000033", 1)))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void concurrent_writers_keep_the_order_of_each_aggregate_and_lose_nothing() throws Exception {
    execute("CREATE TABLE IF NOT EXISTS counter (id int PRIMARY KEY, version bigint NOT NULL)");
    execute("TRUNCATE counter");
    for (int aggregate = 0; aggregate < AGGREGATES; aggregate++) {
      execute("INSERT INTO counter VALUES (" + aggregate + ", 0)");
    }
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> work = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        work.add(writers.submit(this::changeManyTimes));
      }
      for (Future<?> one : work) {
        one.get();
      }
    }

    Map<String, Long> told = new HashMap<>();
    int total = WRITERS * CHANGES;
    List<ConsumerRecord<byte[], byte[]>> messages =
        probe.readUntil(
            TYPE.topic(), records -> keyed(records, "94").size() >= total, Duration.ofSeconds(60));
    for (ConsumerRecord<byte[], byte[]> message : keyed(messages, "94")) {
      String subject = header(message, "ce_subject");
      long version = Long.parseLong(header(message, "ce_aggregateversion"));
      assertThat(version).as(subject).isEqualTo(told.getOrDefault(subject, 0L) + 1);
      told.put(subject, version);
    }
    assertThat(told.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
    await().atMost(Duration.ofSeconds(10)).until(() -> waiting() == 0);
  }

  @Test
  void commits_in_another_order_than_the_ids_leave_every_aggregate_of_a_key_in_order()
      throws Exception {
    execute("CREATE TABLE quarter_counter (id int PRIMARY KEY, version bigint NOT NULL)");
    execute("INSERT INTO quarter_counter SELECT n, 0 FROM generate_series(1, 4) AS n");
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> work = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        work.add(writers.submit(this::changeSlowly));
      }
      for (Future<?> one : work) {
        one.get();
      }
    }

    List<ConsumerRecord<byte[], byte[]>> messages = awaitKey(SLOW_KEY, WRITERS * SLOW_CHANGES);
    Map<String, Long> told = new HashMap<>();
    long lastId = 0;
    int overtaken = 0;
    for (ConsumerRecord<byte[], byte[]> message : messages) {
      String subject = header(message, "ce_subject");
      long version = Long.parseLong(header(message, "ce_aggregateversion"));
      assertThat(version).as(subject).isEqualTo(told.getOrDefault(subject, 0L) + 1);
      told.put(subject, version);
      long id =
          count("SELECT id FROM outbox_event WHERE event_id = '" + header(message, "ce_id") + "'");
      overtaken += id < lastId ? 1 : 0;
      lastId = id;
    }
    assertThat(overtaken)
        .as("events whose transaction committed after that of a later id")
        .isPositive();
  }

  @Test
  void an_earlier_id_that_commits_later_is_not_skipped() throws Exception {
    try (Connection slow = dataSource.getConnection()) {
      slow.setAutoCommit(false);
      try (Statement insert = slow.createStatement()) {
        insert.execute(
            """
            INSERT INTO outbox_event (event_id, topic, event_key, type, source, subject,
                                      data_schema, aggregate_version, occurred_at, payload)
            VALUES (gen_random_uuid(), 'cadran.indicators.values.v1', '930000044', 't', 's', 'x',
                    'd', 1, now(), '{}')
            """);
      }
      QuarkusTransaction.requiringNew().run(() -> outbox.publish(event("930000045", 1)));
      awaitKey("930000045", 1);
      assertThat(keyed(read(), "930000044")).isEmpty();

      slow.commit();
    }

    awaitKey("930000044", 1);
  }

  @Test
  void a_second_relay_stands_by_while_the_first_holds_the_lock() throws SQLException {
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(event("930000055", 1)));
    awaitKey("930000055", 1);

    try (Connection other = dataSource.getConnection()) {
      assertThat(OutboxTable.tryLock(other)).isFalse();
    }
    assertThat(relay.alive()).isTrue();
  }

  @Test
  void published_events_are_removed_after_their_retention_and_waiting_ones_never()
      throws Exception {
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(event("930000066", 1)));
    awaitKey("930000066", 1);
    await().atMost(Duration.ofSeconds(10)).until(() -> waiting() == 0);

    try (Connection connection = dataSource.getConnection()) {
      OutboxTable.purge(connection, Instant.now().minus(Duration.ofDays(7)));
      assertThat(count("SELECT count(*) FROM outbox_event WHERE event_key = '930000066'"))
          .isEqualTo(1);
      OutboxTable.purge(connection, Instant.now().plusSeconds(60));
      assertThat(count("SELECT count(*) FROM outbox_event WHERE event_key = '930000066'")).isZero();
    }
  }

  @Test
  void data_too_large_for_a_message_are_refused_in_the_transaction() {
    OutgoingEvent<IndicatorValuesComputed> large =
        new OutgoingEvent<>(
            TYPE,
            "930000077",
            "930000077/2013-Q3",
            1,
            new IndicatorValuesComputed(
                "9".repeat(1_000_000), "2013-Q3", 1, Instant.EPOCH, List.of()));

    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.publish(large)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** As a repository does: lock the aggregate, give it the next version, tell it. */
  private void changeManyTimes() {
    for (int change = 0; change < CHANGES; change++) {
      int aggregate = ThreadLocalRandom.current().nextInt(AGGREGATES);
      QuarkusTransaction.requiringNew()
          .run(() -> {
            long version = nextVersion("counter", aggregate);
            outbox.publish(event("94000000" + aggregate, version));
          });
    }
  }

  /** Commits a while after the event has its id, so that other aggregates of the key go first. */
  private void changeSlowly() {
    for (int change = 0; change < SLOW_CHANGES; change++) {
      int quarter = 1 + ThreadLocalRandom.current().nextInt(4);
      QuarkusTransaction.requiringNew()
          .run(() -> {
            long version = nextVersion("quarter_counter", quarter);
            outbox.publish(
                new OutgoingEvent<>(
                    TYPE,
                    SLOW_KEY,
                    SLOW_KEY + "/2013-Q" + quarter,
                    version,
                    new IndicatorValuesComputed(
                        SLOW_KEY, "2013-Q" + quarter, 1, Instant.EPOCH, List.of())));
            count("SELECT count(pg_sleep(random() * 0.02))");
          });
    }
  }

  private long nextVersion(String table, int aggregate) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE " + table + " SET version = version + 1 WHERE id = ? RETURNING version")) {
      update.setInt(1, aggregate);
      try (ResultSet row = update.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OutgoingEvent<IndicatorValuesComputed> event(String finess, long version) {
    return new OutgoingEvent<>(
        TYPE,
        finess,
        finess + "/2013-Q3",
        version,
        new IndicatorValuesComputed(finess, "2013-Q3", 1, Instant.EPOCH, List.of()));
  }

  private List<ConsumerRecord<byte[], byte[]>> awaitKey(String key, int count) {
    List<ConsumerRecord<byte[], byte[]>> found =
        keyed(
            probe.readUntil(
                TYPE.topic(),
                records -> keyed(records, key).size() >= count,
                Duration.ofSeconds(30)),
            key);
    assertThat(found).hasSize(count);
    return found;
  }

  private List<ConsumerRecord<byte[], byte[]>> read() {
    return probe.readUntil(TYPE.topic(), records -> false, Duration.ofSeconds(1));
  }

  private static List<ConsumerRecord<byte[], byte[]>> keyed(
      List<ConsumerRecord<byte[], byte[]>> messages, String start) {
    return messages.stream().filter(message -> KafkaProbe.key(message).startsWith(start)).toList();
  }

  private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
    return KafkaProbe.header(message, name);
  }

  private long waiting() {
    return count("SELECT count(*) FROM outbox_event WHERE published_at IS NULL");
  }

  private long count(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
