package fr.cadran.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.cadran.kit.failpoint.Failpoints;
import fr.cadran.testing.infra.Broker;
import fr.cadran.testing.infra.Database;
import fr.cadran.testing.infra.Databases;
import fr.cadran.testing.infra.KafkaProbe;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relays outside Quarkus, against a broker that goes away and against each other. */
class OutboxOutageTest {

  private static final String TOPIC = "outage";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private Database database;
  private AgroalDataSource dataSource;

  @BeforeEach
  void createOutbox() throws Exception {
    database = Databases.create("outage");
    dataSource =
        AgroalDataSource.from(
            new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool ->
                    pool.maxSize(6)
                        .exceptionSorter(new PostgreSQLExceptionSorter()) // as Quarkus does
                        .connectionFactoryConfiguration(factory ->
                            factory
                                .jdbcUrl(database.jdbcUrl())
                                .principal(new NamePrincipal(database.user()))
                                .credential(new SimplePassword(database.password())))));
    try (InputStream script = getClass().getResourceAsStream("/db/kit/V0_1__events.sql");
        Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(new String(script.readAllBytes(), UTF_8));
    }
  }

  @AfterEach
  void dropDatabase() throws Exception {
    dataSource.close();
    database.close();
  }

  @Test
  void an_outage_of_the_broker_only_delays() throws Exception {
    try (Broker broker = Broker.start();
        KafkaProbe probe = new KafkaProbe(broker.bootstrapServers())) {
      probe.createTopic(TOPIC, 1);
      OutboxRelay relay = relay(broker.bootstrapServers());
      relay.start(new StartupEvent());
      try {
        insert(1, 10);
        await().atMost(PATIENCE).until(() -> waiting() == 0);

        broker.stop();
        insert(11, 60);
        // The gauge is measured by the relay itself, so it shows that the relay goes on turning.
        await()
            .atMost(PATIENCE)
            .until(() -> metrics.get("cadran.outbox.depth").gauge().value() == 50);
        assertThat(waiting()).isEqualTo(50);
        assertThat(relay.alive()).isTrue();
        broker.restart();

        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(versions(probe.read(TOPIC, 60)).distinct())
            .containsExactlyElementsOf(IntStream.rangeClosed(1, 60).boxed().toList());
        assertThat(metrics.get("cadran.outbox.oldest.age").timeGauge().value()).isNotNegative();
      } finally {
        relay.stop(new ShutdownEvent());
      }
    }
  }

  @Test
  void a_backlog_of_many_batches_leaves_in_its_order_and_once() throws Exception {
    String bootstrapServers = Broker.sharedBootstrapServers();
    try (KafkaProbe probe = new KafkaProbe(bootstrapServers)) {
      String topic = "backlog";
      probe.createTopic(topic, 1);
      insert(topic, 1, 150);
      OutboxRelay relay = relay(bootstrapServers);
      relay.start(new StartupEvent());
      try {
        insert(topic, 151, 200);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
      } finally {
        relay.stop(new ShutdownEvent());
      }

      assertThat(versions(probe.read(topic, 200)))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
    }
  }

  @Test
  void one_relay_works_and_the_other_takes_over() throws Exception {
    String bootstrapServers = Broker.sharedBootstrapServers();
    try (KafkaProbe probe = new KafkaProbe(bootstrapServers)) {
      probe.createTopic(TOPIC, 1);
      OutboxRelay first = relay(bootstrapServers);
      OutboxRelay second = relay(bootstrapServers);
      first.start(new StartupEvent());
      insert(1, 20);
      await().atMost(PATIENCE).until(() -> waiting() == 0);
      second.start(new StartupEvent());
      try {
        insert(21, 40);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        first.stop(new ShutdownEvent());
        insert(41, 60);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
      } finally {
        first.stop(new ShutdownEvent());
        second.stop(new ShutdownEvent());
      }

      // No duplicates either: two relays at work at once would have sent some.
      assertThat(versions(probe.read(TOPIC, 60)))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 60).boxed().toList());
    }
  }

  @Test
  void a_relay_whose_session_is_cut_comes_back() throws Exception {
    String bootstrapServers = Broker.sharedBootstrapServers();
    try (KafkaProbe probe = new KafkaProbe(bootstrapServers)) {
      String topic = "cut";
      probe.createTopic(topic, 1);
      OutboxRelay relay = relay(bootstrapServers);
      relay.start(new StartupEvent());
      try {
        insert(topic, 1, 5);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        cutSessionThatHoldsTheLock();
        insert(topic, 6, 10);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
      } finally {
        relay.stop(new ShutdownEvent());
      }
      assertThat(versions(probe.read(topic, 10)).distinct())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 10).boxed().toList());
    }
  }

  private OutboxRelay relay(String bootstrapServers) {
    return new OutboxRelay(
        dataSource,
        Map.of("bootstrap.servers", bootstrapServers),
        Clock.systemUTC(),
        metrics,
        Failpoints.none(),
        new RelayConfig());
  }

  private void cutSessionThatHoldsTheLock() throws Exception {
    // The role owns the sessions, so it may end them.
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT count(pg_terminate_backend(pid)) FROM pg_locks
                 WHERE locktype = 'advisory'
                   AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isEqualTo(1);
    }
  }

  private void insert(int from, int to) throws Exception {
    insert(TOPIC, from, to);
  }

  private void insert(String topic, int from, int to) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO outbox_event (event_id, topic, event_key, type, source, subject,
                                          data_schema, aggregate_version, occurred_at, payload)
                SELECT gen_random_uuid(), ?, '930012345', 't', 's', 'x', 'd', v, now(), '{}'
                  FROM generate_series(?, ?) AS v ORDER BY v
                """)) {
      insert.setString(1, topic);
      insert.setInt(2, from);
      insert.setInt(3, to);
      insert.executeUpdate();
    }
  }

  private long waiting() throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM outbox_event WHERE published_at IS NULL")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Stream<Integer> versions(List<ConsumerRecord<byte[], byte[]>> messages) {
    return messages.stream()
        .map(message -> Integer.valueOf(KafkaProbe.header(message, "ce_aggregateversion")));
  }

  /** Short times, small batches: several rounds in one test. */
  private static final class RelayConfig implements EventsConfig, EventsConfig.Outbox {

    @Override
    public String service() {
      return "test";
    }

    @Override
    public int partitions() {
      return 1;
    }

    @Override
    public int retries() {
      return 0;
    }

    @Override
    public Duration retryDelay() {
      return Duration.ZERO;
    }

    @Override
    public boolean rebuild() {
      return false;
    }

    @Override
    public Outbox outbox() {
      return this;
    }

    @Override
    public Readers readers() {
      throw new UnsupportedOperationException("a relay reads nothing");
    }

    @Override
    public boolean relay() {
      return true;
    }

    @Override
    public Duration poll() {
      return Duration.ofMillis(100);
    }

    @Override
    public int batch() {
      return 7;
    }

    @Override
    public Duration deliveryTimeout() {
      return Duration.ofSeconds(2);
    }

    @Override
    public Duration retention() {
      return Duration.ofDays(1);
    }

    @Override
    public Duration purgeEvery() {
      return Duration.ofMinutes(1);
    }
  }
}
