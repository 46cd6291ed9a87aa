package fr.cadran.operator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cadran.operator.Run;
import fr.cadran.operator.platform.Targets;
import fr.cadran.testing.infra.Database;
import fr.cadran.testing.infra.Databases;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command on the real schema, with ledgers as the service wrote them. */
class LedgersCommandTest {
  private static final String CONTRACT = "0193a5b0-0000-7000-8000-000000000001";

  private Database database;

  @BeforeEach
  void fill() throws Exception {
    database = Databases.create("ledgers");
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:db/kit", "classpath:db/migration")
        .load()
        .migrate();
    try (InputStream rows = getClass().getResourceAsStream("/ledger.sql")) {
      execute(new String(rows.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void ledgers_that_hold_are_told_with_their_sum() throws Exception {
    Run run = verify("--json");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    JsonNode report = run.json();
    assertThat(report.path("contracts").asInt()).isEqualTo(1);
    assertThat(report.path("sound").asInt()).isEqualTo(1);
    assertThat(report.path("lines").asInt()).isEqualTo(5);
    assertThat(report.path("ordered").decimalValue()).isEqualByComparingTo("300000.00");
    assertThat(report.path("findings")).isEmpty();
    assertThat(verify("--contract", CONTRACT).out())
        .isEqualTo("1 ledgers, 1 hold; 5 lines, 300000.00 euros\n");
  }

  @Test
  void a_line_that_was_changed_is_named() throws Exception {
    execute(
        """
        alter table ledger_line disable trigger user;
        update ledger_line set amount = 60000.01 where position = 2;
        """);

    Run run = verify("--json");

    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode finding = run.json().path("findings").path(0);
    assertThat(finding.path("contract").asText()).isEqualTo(CONTRACT);
    assertThat(finding.path("position").asInt()).isEqualTo(2);
    assertThat(finding.path("fault").asText()).isEqualTo("AMOUNT");
    assertThat(verify().out()).startsWith(CONTRACT + " line 2: AMOUNT, computed again");
  }

  @Test
  void a_dry_run_counts_and_an_unknown_contract_is_told() {
    assertThat(verify("--dry-run").out()).isEqualTo("would compute 1 ledgers\n");
    Run unknown = verify("--contract", UUID.randomUUID().toString());
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.err()).contains("has a ledger");
  }

  private Run verify(String... arguments) {
    return Run.of(
        new LedgersCommand(
            new Targets(
                Map.of(
                    "CADRAN_DATABASE_CONTRACTS_URL", database.jdbcUrl(),
                    "CADRAN_DATABASE_CONTRACTS_USER", database.user(),
                    "CADRAN_DATABASE_CONTRACTS_PASSWORD", database.password()),
                null)),
        arguments);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
