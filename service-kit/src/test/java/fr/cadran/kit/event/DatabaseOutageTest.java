package fr.cadran.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which faults of the database pass by themselves, so that an event waits for their end. */
class DatabaseOutageTest {
  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "57P02", "57P03", "53300", "53100", "58030"})
  void an_event_waits_while_the_database_is_away_or_its_disk_is_full(String state) {
    assertThat(DatabaseOutage.isCauseOf(new IllegalStateException(new SQLException("", state))))
        .isTrue();
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
