package fr.cadran.operator.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tables of two databases row by row and column by column, reading both in one order
 * and holding one row of each.
 */
final class RowComparison {
  /** What belongs to a database alone and is told nowhere: docs/adr/0025. */
  private static final Set<String> OWN =
      Set.of(
          "audit_entry",
          "flyway_schema_history",
          "idempotency_key",
          "outbox_event",
          "recomputation",
          "recomputation_pending",
          "recomputation_difference");

  private static final int ROWS_AT_ONCE = 1_000;
  private static final int EXAMPLES = 5;

  private final Connection original;
  private final Connection rebuilt;

  /** Both connections without automatic commits, so that rows are read a part at a time. */
  RowComparison(Connection original, Connection rebuilt) {
    this.original = original;
    this.rebuilt = rebuilt;
  }

  /**
   * How two tables compare.
   *
   * @param same rows that are in both
   * @param onlyOriginal rows that the rebuilt one lacks
   * @param onlyRebuilt rows that it has beside
   * @param examples keys of some of these rows, never their content
   */
  record Table(String name, long same, long onlyOriginal, long onlyRebuilt, List<String> examples) {
    boolean isEqual() {
      return onlyOriginal == 0 && onlyRebuilt == 0;
    }
  }

  /** Every table that follows from the topics. */
  List<Table> compare() throws SQLException {
    List<Table> tables = new ArrayList<>();
    for (String name : names()) {
      tables.add(compare(name));
    }
    return tables;
  }

  private List<String> names() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement select = original.createStatement();
        ResultSet row =
            select.executeQuery(
                "select tablename from pg_tables where schemaname = 'public' order by 1")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    names.removeAll(OWN);
    return names;
  }

  private Table compare(String name) throws SQLException {
    long same = 0;
    long onlyOriginal = 0;
    long onlyRebuilt = 0;
    List<String> examples = new ArrayList<>();
    String query = query(name);
    try (Statement one = original.createStatement();
        Statement other = rebuilt.createStatement()) {
      one.setFetchSize(ROWS_AT_ONCE);
      other.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet left = one.executeQuery(query);
          ResultSet right = other.executeQuery(query)) {
        String wanted = next(left);
        String found = next(right);
        while (wanted != null || found != null) {
          int order = wanted == null ? 1 : found == null ? -1 : wanted.compareTo(found);
          if (order == 0) {
            same++;
            wanted = next(left);
            found = next(right);
          } else if (order < 0) {
            onlyOriginal++;
            keep(examples, left, "only in the original: ");
            wanted = next(left);
          } else {
            onlyRebuilt++;
            keep(examples, right, "only in the rebuilt: ");
            found = next(right);
          }
        }
      }
    }
    return new Table(name, same, onlyOriginal, onlyRebuilt, examples);
  }

  /** A hash of each row, with its key; hexadecimal digits sort the same here and there. */
  private String query(String table) throws SQLException {
    List<String> key = new ArrayList<>();
    try (ResultSet column = original.getMetaData().getPrimaryKeys(null, "public", table)) {
      while (column.next()) {
        key.add("t." + column.getString("COLUMN_NAME") + "::text");
      }
    }
    String shown = key.isEmpty() ? "''" : "concat_ws(' ', " + String.join(", ", key) + ")";
    return "select hash, shown from (select encode(sha256(convert_to(to_jsonb(t)::text, 'UTF8')), 'hex') as hash, "
        + shown
        + " as shown from "
        + table
        + " t) hashed order by hash collate \"C\"";
  }

  private static @Nullable String next(ResultSet rows) throws SQLException {
    return rows.next() ? rows.getString("hash") : null;
  }

  private static void keep(List<String> examples, ResultSet row, String where) throws SQLException {
    if (examples.size() < EXAMPLES) {
      examples.add(where + row.getString("shown"));
    }
  }
}
