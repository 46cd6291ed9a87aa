package fr.cadran.kit.event;

import fr.cadran.events.centres.QuarterlyDataSubmitted;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An effect in the database, and faults on demand after it, so that a rollback is seen. */
@ApplicationScoped
class RecordedEffects {

  private final AgroalDataSource dataSource;
  private final Map<String, AtomicInteger> faultsLeft = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

  RecordedEffects(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void createTable(@Observes @jakarta.annotation.Priority(1) StartupEvent event)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS effect (n bigserial, finess text, version int)");
    }
  }

  void fail(String finess, int times) {
    faultsLeft.put(finess, new AtomicInteger(times));
  }

  @Transactional
  void of(IncomingEvent<QuarterlyDataSubmitted> event) {
    keep(event.data().finess(), event.data().version());
  }

  /** How often an effect was begun, the ones that failed included. */
  int attempts(String finess, int version) {
    AtomicInteger counted = attempts.get(finess + "/" + version);
    return counted == null ? 0 : counted.get();
  }

  @Transactional
  void keep(String finess, int version) {
    attempts
        .computeIfAbsent(finess + "/" + version, first -> new AtomicInteger())
        .incrementAndGet();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO effect (finess, version) VALUES (?, ?)")) {
      insert.setString(1, finess);
      insert.setInt(2, version);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    AtomicInteger faults = faultsLeft.get(finess);
    if (faults != null && faults.getAndDecrement() > 0) {
      throw new IllegalStateException("secret of " + finess);
    }
  }

  /** Versions with an effect, in the order of the effects. */
  List<Integer> versionsOf(String finess) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT version FROM effect WHERE finess = ? ORDER BY n")) {
      select.setString(1, finess);
      List<Integer> versions = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          versions.add(row.getInt(1));
        }
      }
      return versions;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
