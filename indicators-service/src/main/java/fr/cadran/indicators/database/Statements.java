package fr.cadran.indicators.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements that write, in the transaction of the use case. */
public final class Statements {
  private final DataSource database;

  /** Statements on one database. */
  public Statements(DataSource database) {
    this.database = database;
  }

  /**
   * Runs one statement.
   *
   * @return how many rows it wrote
   * @throws DatabaseException when the database refuses or does not answer
   */
  public int update(String sql, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, Arrays.asList(values));
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Runs one statement for each list of values, in one round trip.
   *
   * @throws DatabaseException when the database refuses or does not answer
   */
  public void batch(String sql, List<List<@Nullable Object>> rows) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<@Nullable Object> row : rows) {
        bind(connection, statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, List<@Nullable Object> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      bind(connection, statement, i + 1, values.get(i));
    }
  }

  static void bind(
      Connection connection, PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(at, Types.NULL);
      case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
      case Collection<?> texts ->
          statement.setArray(at, connection.createArrayOf("text", texts.toArray()));
      default -> statement.setObject(at, value);
    }
  }
}
