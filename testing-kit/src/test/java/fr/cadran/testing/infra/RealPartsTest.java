package fr.cadran.testing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealPartsTest {

  @Test
  void a_database_is_the_real_postgresql_and_its_owner_is_no_superuser() throws SQLException {
    try (Database database = Databases.create("real-parts");
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
      statement.execute("CREATE TABLE t (a int)");
      try (ResultSet row =
          statement.executeQuery("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getBoolean(1)).isFalse();
      }
    }
  }

  @Test
  void two_databases_share_the_server_and_nothing_else() throws SQLException {
    try (Database first = Databases.create("twin");
        Database second = Databases.create("twin")) {
      assertThat(first.port()).isEqualTo(second.port());
      try (Connection connection = first.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE only_here (a int)");
      }
      try (Connection connection = second.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute("SELECT * FROM only_here"))
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void a_closed_database_is_gone() throws SQLException {
    Database database = Databases.create("gone");
    database.close();

    assertThatThrownBy(() -> database.dataSource().getConnection())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void what_is_sent_is_read_and_survives_a_broker_outage() {
    try (Broker broker = Broker.start();
        KafkaProbe probe = new KafkaProbe(broker.bootstrapServers())) {
      probe.createTopic("outage", 1);
      probe.send("outage", "k", "before".getBytes(UTF_8), Map.of("h", "1"));

      broker.stop();
      broker.restart();

      probe.send("outage", "k", "after".getBytes(UTF_8), Map.of());
      assertThat(probe.read("outage", 2))
          .extracting(message -> new String(message.value(), UTF_8))
          .containsExactly("before", "after");
      assertThat(KafkaProbe.header(probe.read("outage", 1).getFirst(), "h")).isEqualTo("1");
    }
  }

  @Test
  void a_topic_that_nobody_created_stays_missing() {
    try (KafkaProbe probe = KafkaProbe.shared()) {
      assertThat(probe.readUntil("nobody", records -> false, Duration.ofSeconds(1))).isEmpty();
      assertThat(probe.topics()).doesNotContain("nobody");
    }
  }

  @Test
  void each_quarkus_start_gets_an_empty_database_and_an_empty_broker() {
    CadranTestResource resource = new CadranTestResource();
    resource.init(Map.of());
    Map<String, String> first = resource.start();
    try (KafkaProbe probe = new KafkaProbe(first.get("kafka.bootstrap.servers"))) {
      probe.createTopic("left-over", 1);
      resource.stop();
      Map<String, String> second = resource.start();

      assertThat(second.get("kafka.bootstrap.servers"))
          .isEqualTo(first.get("kafka.bootstrap.servers"));
      assertThat(second.get("quarkus.datasource.jdbc.url"))
          .isNotEqualTo(first.get("quarkus.datasource.jdbc.url"));
      assertThat(probe.topics()).isEmpty();
      assertThat(second)
          .containsKeys("quarkus.oidc.public-key", "quarkus.datasource.password")
          .containsEntry("quarkus.oidc.token.audience", "cadran-api");
      resource.stop();
    }
  }

  @Test
  void a_resource_with_postgresql_only_says_nothing_of_kafka() {
    CadranTestResource resource = new CadranTestResource();
    resource.init(Map.of("with", "PostgreSQL"));
    try {
      assertThat(resource.start())
          .containsKey("quarkus.datasource.jdbc.url")
          .doesNotContainKey("kafka.bootstrap.servers");
    } finally {
      resource.stop();
    }
    assertThatThrownBy(() -> resource.init(Map.of("with", "Oracle")))
        .hasMessageContaining("Oracle");
  }
}
