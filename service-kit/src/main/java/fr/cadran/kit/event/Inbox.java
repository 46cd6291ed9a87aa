package fr.cadran.kit.event;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;

/**
 * Remembers which events a consumer has taken in, in the transaction of their effect. An event that
 * arrives a second time, or after a later version of its subject, is told apart here.
 */
@ApplicationScoped
public class Inbox {

  private static final String REMEMBER_EVENT =
      """
      INSERT INTO inbox_event (consumer, event_id, received_at) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String REMEMBER_VERSION =
      """
      INSERT INTO inbox_subject AS known (consumer, type, subject, aggregate_version)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (consumer, type, subject)
      DO UPDATE SET aggregate_version = excluded.aggregate_version
      WHERE known.aggregate_version <= excluded.aggregate_version
      """;

  private final AgroalDataSource dataSource;

  Inbox(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Takes the event in. While another transaction is taking in the same event, this one waits for
   * its end.
   *
   * @param consumer who takes it in; each consumer has its own memory
   * @throws jakarta.transaction.TransactionalException when there is no transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Receipt receive(String consumer, IncomingEvent<?> event) {
    try (Connection connection = dataSource.getConnection()) {
      try (PreparedStatement insert = connection.prepareStatement(REMEMBER_EVENT)) {
        insert.setString(1, consumer);
        insert.setString(2, event.id());
        insert.setObject(3, event.receivedAt().atOffset(ZoneOffset.UTC));
        if (insert.executeUpdate() == 0) {
          return Receipt.DUPLICATE;
        }
      }
      try (PreparedStatement upsert = connection.prepareStatement(REMEMBER_VERSION)) {
        upsert.setString(1, consumer);
        upsert.setString(2, event.type().type());
        upsert.setString(3, event.subject());
        upsert.setLong(4, event.aggregateVersion());
        return upsert.executeUpdate() == 0 ? Receipt.STALE : Receipt.NEW;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the inbox does not take in event " + event.id(), e);
    }
  }
}
