package fr.cadran.operator.purge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cadran.kit.audit.AuditChain;
import fr.cadran.operator.Run;
import fr.cadran.operator.platform.Targets;
import fr.cadran.testing.infra.Database;
import fr.cadran.testing.infra.Databases;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command on a real database with rows of every age. */
class PurgeCommandTest {
  private Database database;

  @BeforeEach
  void fill() throws Exception {
    database = Databases.create("purge");
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String script : new String[] {"V0_1__events", "V0_2__idempotency", "R__inbox_by_time"}) {
        try (InputStream text =
            AuditChain.class.getResourceAsStream("/db/kit/" + script + ".sql")) {
          statement.execute(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      statement.execute(
          """
          insert into idempotency_key (client, key, fingerprint, claimed_at, claimed_until)
          select 'editor', 'k' || n, 'f', now() - n * interval '1 day', now()
            from generate_series(0, 5) as n
          """);
      statement.execute(
          """
          insert into inbox_event (consumer, event_id, received_at)
          select 'contracts', 'e' || n, now() - n * interval '1 minute' - interval '89 days 20 hours'
            from generate_series(1, 12000) as n
          """);
      statement.execute(
          """
          insert into outbox_event (event_id, topic, event_key, type, source, subject, data_schema,
                                    aggregate_version, occurred_at, payload, published_at)
          select gen_random_uuid(), 't', 'k', 't', 's', 's', 'd', n, now() - interval '1 year', '{}',
                 case when n % 2 = 0 then now() - n * interval '1 day' end
            from generate_series(1, 20) as n
          """);
    }
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void a_dry_run_counts_and_removes_nothing() throws Exception {
    Run run = purge("--dry-run", "--json");

    assertThat(run.exitCode()).isZero();
    JsonNode service = run.json().path("services").path(0);
    assertThat(service.path("idempotencyKeys").path("rows").asLong()).isEqualTo(4);
    assertThat(service.path("inbox").path("rows").asLong()).isBetween(11_700L, 11_800L);
    assertThat(service.path("outbox").path("rows").asLong()).isEqualTo(7);
    assertThat(count("select count(*) from inbox_event")).isEqualTo(12_000);
  }

  @Test
  void what_is_past_its_time_goes_and_events_that_wait_stay() throws Exception {
    Run run = purge();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(3).allMatch(line -> line.endsWith(" removed"));
    assertThat(run.err()).contains("contracts: 10000 inbox_event rows removed");
    assertThat(count("select count(*) from idempotency_key")).isEqualTo(2);
    assertThat(count("select count(*) from inbox_event")).isBetween(200L, 300L);
    assertThat(
            count(
                "select count(*) from inbox_event where received_at < now() - interval '90 days'"))
        .isZero();
    assertThat(count("select count(*) from outbox_event where published_at is null")).isEqualTo(10);
    assertThat(count("select count(*) from outbox_event where published_at is not null"))
        .isEqualTo(3);
    assertThat(purge("--json").json().path("services").path(0).path("inbox").path("rows").asInt())
        .isZero();
  }

  @Test
  void times_that_are_not_safe_are_refused() throws Exception {
    assertThat(purge("--inbox", "P1D").exitCode()).isEqualTo(2);
    assertThat(purge("--idempotency-keys", "PT1H").exitCode()).isEqualTo(2);
    assertThat(purge("--service", "gateway").exitCode()).isEqualTo(2);
    assertThat(count("select count(*) from inbox_event")).isEqualTo(12_000);
  }

  @Test
  void a_database_that_cannot_be_reached_is_told() {
    Run run = Run.of(new PurgeCommand(new Targets(Map.of(), null)), "--service", "centres");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("centres was not purged");
  }

  private Run purge(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--service";
    all[1] = "contracts";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    if (arguments.length > 0 && arguments[0].equals("--service")) {
      all = arguments;
    }
    return Run.of(
        new PurgeCommand(
            new Targets(
                Map.of(
                    "CADRAN_DATABASE_CONTRACTS_URL", database.jdbcUrl(),
                    "CADRAN_DATABASE_CONTRACTS_USER", database.user(),
                    "CADRAN_DATABASE_CONTRACTS_PASSWORD", database.password()),
                null)),
        all);
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
