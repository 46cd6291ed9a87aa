package fr.cadran.indicators.recomputationrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.cadran.testing.infra.CadranTestResource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A process that was stopped in the middle goes on when it starts again. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class RecomputationRunTest {
  private static final String LEFT = "019a0000-0000-7000-8000-000000000b6b";

  private static final String DONE = "998000001";

  private static final String TO_DO = "998000002";
  private static final String UNREADABLE = "998000003";

  @Inject RecomputationRun run;
  @Inject DataSource database;

  private void change(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private String read(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private void record(String finess, String content) throws SQLException {
    change(
        "INSERT INTO quarterly_record (finess, quarter, version, content, submitted_at, received_at)"
            + " VALUES ('%s', '2013-Q3', 1, '%s', now(), now())".formatted(finess, content));
  }

  private void pending(String finess) throws SQLException {
    change("INSERT INTO recomputation_pending VALUES ('%s', '%s')".formatted(LEFT, finess));
  }

  @Test
  void what_a_stopped_process_left_is_gone_on_with_and_a_centre_that_fails_is_passed_over()
      throws SQLException {
    String content =
        "{\"patients\": {\"appointments\": 1410, \"passages\": 1500, \"withoutAppointment\": 300}}";
    record(DONE, content);
    record(TO_DO, content);
    record(UNREADABLE, "{\"patients\": \"of another version\"}");
    change(
        "INSERT INTO recomputation (id, requested_at, dry_run, state, centres, done)"
            + " VALUES ('%s', now(), false, 'RUNNING', 3, 1)".formatted(LEFT));
    pending(TO_DO);
    pending(UNREADABLE);

    try {
      run.resume(new StartupEvent());

      await("the rest")
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> read("SELECT state FROM recomputation WHERE id = '" + LEFT + "'"),
              "DONE"::equals);
    } finally {
      change("DELETE FROM quarterly_record WHERE finess = '" + UNREADABLE + "'");
    }
    assertThat(
            read(
                "SELECT done || ' done, ' || failed || ' failed' FROM recomputation WHERE id = '"
                    + LEFT
                    + "'"))
        .isEqualTo("2 done, 1 failed");
    assertThat(
            read(
                "SELECT value FROM indicator_value WHERE finess = '"
                    + TO_DO
                    + "' AND period = 'QUARTER' AND indicator = 'taux-non-venue'"))
        .isEqualTo("7/47");
    assertThat(read("SELECT count(*) FROM indicator_value WHERE finess = '" + DONE + "'"))
        .isEqualTo("0");
  }
}
