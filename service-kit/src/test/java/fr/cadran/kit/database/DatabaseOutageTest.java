package fr.cadran.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which faults of the database pass by themselves: an event waits for their end, a caller may try
 * again.
 */
class DatabaseOutageTest {
  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "57P02", "57P03", "53100", "53200", "53300", "58030"})
  void an_event_waits_while_the_database_is_away_or_its_disk_is_full(String state) {
    assertThat(DatabaseOutage.isCauseOf(new IllegalStateException(new SQLException("", state))))
        .isTrue();
  }

  @Test
  void a_commit_that_found_its_connection_cut_says_so_in_what_it_suppressed() {
    RollbackException notCommitted = new RollbackException("Could not commit transaction.");
    XAException atTheEnd = new XAException(XAException.XA_RBROLLBACK);
    atTheEnd.initCause(new SQLException("terminating connection", "57P01"));
    notCommitted.addSuppressed(atTheEnd);

    assertThat(DatabaseOutage.isCauseOf(new IllegalStateException(notCommitted))).isTrue();
  }

  @Test
  void causes_that_go_in_a_circle_come_to_an_end() {
    RuntimeException first = new IllegalStateException("first");
    RuntimeException second = new IllegalStateException("second", first);
    first.addSuppressed(second);

    assertThat(DatabaseOutage.isCauseOf(first)).isFalse();
  }

  @Test
  void an_event_waits_when_the_pool_has_no_connection_to_give() {
    assertThat(DatabaseOutage.isCauseOf(new SQLException("no connection in time"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22001", "42P01", "40001"})
  void a_refusal_of_what_the_event_asks_for_is_no_outage(String state) {
    assertThat(DatabaseOutage.isCauseOf(new IllegalStateException(new SQLException("", state))))
        .isFalse();
  }
}
