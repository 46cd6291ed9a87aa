package fr.cadran.kit.idempotency;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The claimed keys and their answers, in the service's own database. */
@Singleton
class JdbcIdempotencyStore {
  /** A key that is taken: by whom it matters not, but for which request and with which answer. */
  record Claim(String fingerprint, @Nullable StoredAnswer answer) {}

  private final DataSource database;

  JdbcIdempotencyStore(DataSource database) {
    this.database = database;
  }

  /** Claims a key; empty when it is now ours, else the claim that stands. */
  Optional<Claim> claim(
      String client,
      String key,
      String fingerprint,
      Instant now,
      Instant claimedUntil,
      Instant keptSince)
      throws SQLException {
    String claim =
        """
        insert into idempotency_key as k (client, key, fingerprint, claimed_at, claimed_until)
        values (?, ?, ?, ?, ?)
        on conflict (client, key) do update
           set fingerprint = excluded.fingerprint, claimed_at = excluded.claimed_at,
               claimed_until = excluded.claimed_until,
               status = null, location = null, etag = null, body = null
         where k.claimed_at < ? or (k.status is null and k.claimed_until < excluded.claimed_at)
        """;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(claim)) {
      statement.setString(1, client);
      statement.setString(2, key);
      statement.setString(3, fingerprint);
      statement.setTimestamp(4, Timestamp.from(now));
      statement.setTimestamp(5, Timestamp.from(claimedUntil));
      statement.setTimestamp(6, Timestamp.from(keptSince));
      return statement.executeUpdate() == 1
          ? Optional.empty()
          : Optional.of(read(connection, client, key));
    }
  }

  private static Claim read(Connection connection, String client, String key) throws SQLException {
    String read =
        "select fingerprint, status, location, etag, body from idempotency_key"
            + " where client = ? and key = ?";
    try (PreparedStatement statement = connection.prepareStatement(read)) {
      statement.setString(1, client);
      statement.setString(2, key);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("a claimed idempotency key is gone");
        }
        int status = row.getInt("status");
        StoredAnswer answer =
            row.wasNull()
                ? null
                : new StoredAnswer(
                    status,
                    row.getString("location"),
                    row.getString("etag"),
                    row.getString("body"));
        return new Claim(row.getString("fingerprint"), answer);
      }
    }
  }

  /** Stores the answer, in the transaction of the work. */
  void complete(String client, String key, StoredAnswer answer) throws SQLException {
    String complete =
        "update idempotency_key set status = ?, location = ?, etag = ?, body = ?"
            + " where client = ? and key = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(complete)) {
      statement.setInt(1, answer.status());
      statement.setString(2, answer.location());
      statement.setString(3, answer.etag());
      statement.setString(4, answer.body());
      statement.setString(5, client);
      statement.setString(6, key);
      statement.executeUpdate();
    }
  }

  /** Frees a key whose request was refused, so that a mended request can use it. */
  void release(String client, String key) {
    String release = "delete from idempotency_key where client = ? and key = ? and status is null";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(release)) {
      statement.setString(1, client);
      statement.setString(2, key);
      statement.executeUpdate();
    } catch (SQLException unavailable) {
      throw new IllegalStateException("an idempotency key could not be freed", unavailable);
    }
  }
}
