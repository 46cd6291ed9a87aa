package fr.cadran.indicators.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A SELECT whose conditions are added one by one, each with its values; values never become text.
 */
public final class Query {
  private final StringBuilder sql;
  private final List<Object> values = new ArrayList<>();

  /** A query that ends in a WHERE clause, to which conditions can be added. */
  public Query(String select, Object... values) {
    this.sql = new StringBuilder(select);
    this.values.addAll(List.of(values));
  }

  /** Adds a condition. */
  public Query and(String condition, Object... conditionValues) {
    sql.append(" AND ").append(condition);
    values.addAll(List.of(conditionValues));
    return this;
  }

  /** Adds what stands after the conditions: order, limit. */
  public Query then(String clause, Object... clauseValues) {
    sql.append(' ').append(clause);
    values.addAll(List.of(clauseValues));
    return this;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Runs the query.
   *
   * @throws DatabaseException when the database refuses or does not answer
   */
  public <T> List<T> list(DataSource database, RowReader<T> reader) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < values.size(); i++) {
        Statements.bind(connection, statement, i + 1, values.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<T> list = new ArrayList<>();
        while (rows.next()) {
          list.add(reader.read(rows));
        }
        return list;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
