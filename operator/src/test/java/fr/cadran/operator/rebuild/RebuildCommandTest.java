package fr.cadran.operator.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cadran.events.EventType;
import fr.cadran.operator.Run;
import fr.cadran.operator.platform.Targets;
import fr.cadran.testing.infra.Broker;
import fr.cadran.testing.infra.Database;
import fr.cadran.testing.infra.Databases;
import fr.cadran.testing.infra.KafkaProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command does around the service; that the service rebuilds is proved by its RebuildIT.
 */
class RebuildCommandTest {
  private static final Map<String, String> FOR_EVER =
      Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
  private static final List<EventType<?>> TYPES =
      List.of(
          EventType.CENTRE_STATE,
          EventType.MANDATS_STATE,
          EventType.PROGRAMME_STATE,
          EventType.QUARTERLY_DATA_SUBMITTED,
          EventType.CPTS_STATE,
          EventType.PAYMENT_ORDERED,
          EventType.EVENT_RECEIVED);

  @TempDir Path folder;

  private Database original;
  private Database rebuilt;

  @BeforeEach
  void open() throws Exception {
    original = Databases.create("original");
    rebuilt = Databases.create("rebuilt");
    try (Admin admin = admin()) {
      List<String> present = List.copyOf(admin.listTopics().names().get());
      admin.deleteTopics(present).all().get();
      admin
          .createTopics(
              TYPES.stream()
                  .map(type ->
                      new NewTopic(type.topic(), 2, (short) 1)
                          .configs(
                              type.compacted() ? Map.of("cleanup.policy", "compact") : FOR_EVER))
                  .toList())
          .all()
          .get();
    }
    try (KafkaProbe probe = KafkaProbe.shared()) {
      for (int i = 0; i < 20; i++) {
        probe.send(
            EventType.QUARTERLY_DATA_SUBMITTED.topic(), "k" + i, "{}".getBytes(UTF_8), Map.of());
      }
    }
  }

  @AfterEach
  void close() throws SQLException {
    original.close();
    rebuilt.close();
  }

  @Test
  void a_dry_run_counts_the_messages_and_names_the_database() throws Exception {
    Run run = rebuild("indicators", "--dry-run", "--json");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    JsonNode report = run.json();
    assertThat(report.path("messages").asInt()).isEqualTo(20);
    assertThat(report.path("whole").asBoolean()).isTrue();
    assertThat(report.path("topics")).hasSize(7);
    assertThat(report.path("into").asText()).contains(rebuilt.name()).doesNotContain("password");
    assertThat(tables(rebuilt)).isZero();
  }

  @Test
  void a_topic_that_has_lost_messages_or_will_is_not_rebuilt_from() throws Exception {
    try (Admin admin = admin()) {
      admin
          .deleteRecords(
              Map.of(
                  new TopicPartition(EventType.QUARTERLY_DATA_SUBMITTED.topic(), 0),
                  RecordsToDelete.beforeOffset(3)))
          .all()
          .get();
      admin.deleteTopics(List.of(EventType.PAYMENT_ORDERED.topic())).all().get();
      admin
          .createTopics(List.of(new NewTopic(EventType.PAYMENT_ORDERED.topic(), 1, (short) 1)))
          .all()
          .get();
    }

    Run run = rebuild("indicators");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("partition 0 has lost its first 3 messages")
        .contains("it will lose messages: retention.ms is ")
        .contains("not rebuilt: the topics are not whole");
    assertThat(tables(rebuilt)).isZero();
  }

  @Test
  void a_database_that_is_not_empty_is_left_alone() throws Exception {
    execute(rebuilt, "create table kept (id int primary key)");

    Run run = rebuild("indicators");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("is not empty");
    assertThat(rebuild("indicators", "--replace").err()).contains("drop the database yourself");
  }

  @Test
  void a_service_that_fails_leaves_its_log_and_one_that_is_not_rebuilt_is_refused()
      throws Exception {
    Path noService = Files.writeString(folder.resolve("no.jar"), "no jar");

    Run run = rebuild("indicators", "--jar", noService.toString(), "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(Path.of(run.json().path("log").asText())).content().contains("no.jar");
    assertThat(rebuild("contracts").exitCode()).isEqualTo(2);
    assertThat(rebuild("indicators", "--jar", folder.resolve("none").toString()).exitCode())
        .isEqualTo(3);
  }

  @Test
  void rows_are_compared_by_all_their_columns_and_told_by_their_keys() throws Exception {
    for (Database database : List.of(original, rebuilt)) {
      execute(
          database,
          """
          create table centre (finess text primary key, name text);
          create table mandat (finess text, id int, ends_at timestamptz, primary key (finess, id));
          create table inbox_event (event_id text primary key);
          create table outbox_event (id int primary key);
          insert into centre values ('930012345', 'même nom'), ('930012346', 'un nom');
          insert into mandat select '930012345', n, timestamptz '2026-01-01' from generate_series(1, 3000) n;
          """);
    }
    execute(original, "insert into outbox_event values (1)");
    assertThat(compare().values()).allMatch(RowComparison.Table::isEqual);
    assertThat(compare().keySet()).containsExactlyInAnyOrder("centre", "mandat", "inbox_event");
    assertThat(compare().get("mandat").same()).isEqualTo(3000);

    execute(rebuilt, "update centre set name = 'autre' where finess = '930012346'");
    execute(rebuilt, "delete from mandat where id = 7");
    execute(rebuilt, "insert into inbox_event values ('e1')");

    Map<String, RowComparison.Table> compared = compare();
    assertThat(compared.get("centre").same()).isEqualTo(1);
    assertThat(compared.get("centre").examples())
        .containsExactlyInAnyOrder(
            "only in the original: 930012346", "only in the rebuilt: 930012346");
    assertThat(compared.get("mandat").onlyOriginal()).isEqualTo(1);
    assertThat(compared.get("mandat").examples())
        .containsExactly("only in the original: 930012345 7");
    assertThat(compared.get("inbox_event").onlyRebuilt()).isEqualTo(1);
  }

  private Map<String, RowComparison.Table> compare() throws SQLException {
    try (Connection one = original.dataSource().getConnection();
        Connection other = rebuilt.dataSource().getConnection()) {
      one.setAutoCommit(false);
      other.setAutoCommit(false);
      return new RowComparison(one, other)
          .compare().stream()
              .collect(Collectors.toMap(RowComparison.Table::name, Function.identity()));
    }
  }

  private Run rebuild(String... arguments) {
    return Run.of(
        new RebuildCommand(
            new Targets(
                Map.of(
                    "CADRAN_BROKER", Broker.sharedBootstrapServers(),
                    "CADRAN_DATABASE_REBUILT_URL", rebuilt.jdbcUrl(),
                    "CADRAN_DATABASE_REBUILT_USER", rebuilt.user(),
                    "CADRAN_DATABASE_REBUILT_PASSWORD", rebuilt.password()),
                null)),
        arguments);
  }

  private static long tables(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", Broker.sharedBootstrapServers()));
  }
}
