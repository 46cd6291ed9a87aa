package fr.cadran.kit.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What the relay asks of the table {@code outbox_event}, on the connection that holds its lock. */
final class OutboxTable {

  /** Any number will do, as long as every relay of a database asks for the same one. */
  private static final long LOCK = 0x6361_6472_616eL;

  private static final int COUNTED_AT_MOST = 100_000;
  private static final int PURGED_AT_ONCE = 5_000;

  private OutboxTable() {}

  /** An event that no broker has acknowledged yet. */
  record Waiting(long id, String key, ProducerRecord<byte[], byte[]> message) {}

  /** How many events wait, counted up to a bound, and since when the oldest does. */
  record Backlog(long depth, @Nullable Instant oldest) {}

  static boolean tryLock(Connection connection) throws SQLException {
    return lockFunction(connection, "SELECT pg_try_advisory_lock(?)");
  }

  static boolean unlock(Connection connection) throws SQLException {
    return lockFunction(connection, "SELECT pg_advisory_unlock(?)");
  }

  private static boolean lockFunction(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, LOCK);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /**
   * The oldest waiting events but those that are on their way, as one statement sees them: this is
   * what keeps their order.
   */
  static List<Waiting> read(Connection connection, int limit, List<Long> onTheirWay)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT id, event_id, topic, event_key, type, source, subject, data_schema,
                   aggregate_version, occurred_at, trace_parent, payload
              FROM outbox_event
             WHERE published_at IS NULL AND id <> ALL (?)
             ORDER BY id
             LIMIT ?
            """)) {
      select.setArray(1, connection.createArrayOf("bigint", onTheirWay.toArray()));
      select.setInt(2, limit);
      List<Waiting> waiting = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          waiting.add(new Waiting(row.getLong("id"), row.getString("event_key"), message(row)));
        }
      }
      return waiting;
    }
  }

  static void markPublished(Connection connection, List<Long> ids, Instant now)
      throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE outbox_event SET published_at = ? WHERE id = ANY (?)")) {
      update.setObject(1, now.atOffset(ZoneOffset.UTC));
      update.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
      update.executeUpdate();
    }
  }

  static Backlog backlog(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT count(*), min(occurred_at) FROM (SELECT occurred_at FROM outbox_event"
                    + " WHERE published_at IS NULL ORDER BY id LIMIT "
                    + COUNTED_AT_MOST
                    + ") waiting")) {
      row.next();
      OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
      return new Backlog(row.getLong(1), oldest == null ? null : oldest.toInstant());
    }
  }

  /** Removes events published before the given instant, in small transactions. */
  static int purge(Connection connection, Instant before) throws SQLException {
    int purged = 0;
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            DELETE FROM outbox_event WHERE id IN
              (SELECT id FROM outbox_event WHERE published_at < ? ORDER BY published_at LIMIT ?)
            """)) {
      int chunk;
      do {
        delete.setObject(1, before.atOffset(ZoneOffset.UTC));
        delete.setInt(2, PURGED_AT_ONCE);
        chunk = delete.executeUpdate();
        purged += chunk;
      } while (chunk == PURGED_AT_ONCE);
    }
    return purged;
  }

  private static ProducerRecord<byte[], byte[]> message(ResultSet row) throws SQLException {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(
            row.getString("topic"),
            bytes(row.getString("event_key")),
            bytes(row.getString("payload")));
    Headers headers = message.headers();
    headers.add(CloudEventHeaders.CONTENT_TYPE, bytes(CloudEventHeaders.JSON));
    headers.add(CloudEventHeaders.SPEC_VERSION, bytes(CloudEventHeaders.VERSION));
    headers.add(CloudEventHeaders.ID, bytes(row.getString("event_id")));
    headers.add(CloudEventHeaders.SOURCE, bytes(row.getString("source")));
    headers.add(CloudEventHeaders.TYPE, bytes(row.getString("type")));
    headers.add(CloudEventHeaders.SUBJECT, bytes(row.getString("subject")));
    headers.add(
        CloudEventHeaders.TIME,
        bytes(row.getObject("occurred_at", OffsetDateTime.class).toInstant().toString()));
    headers.add(CloudEventHeaders.DATA_SCHEMA, bytes(row.getString("data_schema")));
    headers.add(CloudEventHeaders.AGGREGATE_VERSION, bytes(row.getString("aggregate_version")));
    String traceParent = row.getString("trace_parent");
    if (traceParent != null) {
      headers.add(CloudEventHeaders.TRACE_PARENT, bytes(traceParent));
    }
    return message;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
