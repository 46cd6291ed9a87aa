package fr.cadran.kit.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code audit_entry}, for who adds to it and for who reads it. */
public final class AuditTable {
  /** Every column, in the order in which {@link #read} expects them. */
  public static final String COLUMNS =
      "sequence, call, at, service, outcome, subject, client, roles, address, request_id,"
          + " operation, method, route, resource, filters, status, code, calls, previous_hash,"
          + " hash";

  /** Any number will do, as long as every instance of a service asks for the same one. */
  private static final long LOCK = 0x6175_6469_74L;

  private AuditTable() {}

  /** The end of the chain. */
  public record Head(long sequence, String hash) {}

  /**
   * Appends entries behind the head, in the caller's transaction. Instances of one service wait for
   * each other here, so that they make one chain.
   */
  public static Head append(Connection connection, String service, List<AuditEntry> entries)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      lock.execute();
    }
    // A statement of its own: it must see what the lock's holder before us committed.
    Head head = head(connection, service);
    List<ChainedEntry> chained = new ArrayList<>(entries.size());
    for (AuditEntry entry : entries) {
      ChainedEntry next = AuditChain.chain(head.hash(), head.sequence() + 1, entry);
      chained.add(next);
      head = new Head(next.sequence(), next.hash());
    }
    insert(connection, chained);
    return head;
  }

  /** The last entry, or the beginning of an empty chain with the number 0. */
  static Head head(Connection connection, String service) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "select sequence, hash from audit_entry order by sequence desc limit 1")) {
      return row.next()
          ? new Head(row.getLong(1), row.getString(2))
          : new Head(0, AuditChain.beginning(service));
    }
  }

  /** Writes entries that have their places, as they are. */
  public static void insert(Connection connection, List<ChainedEntry> entries) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit_entry ("
                + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (ChainedEntry chained : entries) {
        AuditEntry entry = chained.entry();
        insert.setLong(1, chained.sequence());
        insert.setObject(2, entry.call());
        insert.setObject(3, entry.at().atOffset(ZoneOffset.UTC));
        insert.setString(4, entry.service());
        insert.setString(5, entry.outcome().name());
        insert.setString(6, entry.subject());
        insert.setString(7, entry.client());
        insert.setString(8, entry.roles());
        insert.setString(9, entry.address());
        insert.setString(10, entry.requestId());
        insert.setString(11, entry.operation());
        insert.setString(12, entry.method());
        insert.setString(13, entry.route());
        insert.setString(14, entry.resource());
        insert.setString(15, entry.filters());
        insert.setObject(16, entry.status(), Types.INTEGER);
        insert.setString(17, entry.code());
        insert.setInt(18, entry.calls());
        insert.setString(19, chained.previousHash());
        insert.setString(20, chained.hash());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * The entry of the current row.
   *
   * @throws SQLException also when a column holds what none of ours does
   */
  public static ChainedEntry read(ResultSet row) throws SQLException {
    return new ChainedEntry(
        row.getLong("sequence"),
        new AuditEntry(
            row.getObject("call", UUID.class),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("service"),
            outcome(row.getString("outcome")),
            row.getString("subject"),
            row.getString("client"),
            row.getString("roles"),
            row.getString("address"),
            row.getString("request_id"),
            row.getString("operation"),
            row.getString("method"),
            row.getString("route"),
            row.getString("resource"),
            row.getString("filters"),
            number(row, "status"),
            row.getString("code"),
            row.getInt("calls")),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private static AuditOutcome outcome(String name) throws SQLException {
    try {
      return AuditOutcome.valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw new SQLException("an entry has an outcome that is none of ours", unknown);
    }
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }
}
