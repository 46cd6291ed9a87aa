package fr.cadran.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What tests read of the audit. */
final class Audit {
  private final DataSource database;

  Audit(DataSource database) {
    this.database = database;
  }

  List<ChainedEntry> chain() throws SQLException {
    List<ChainedEntry> chain = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select " + AuditTable.COLUMNS + " from audit_entry order by sequence")) {
      while (row.next()) {
        chain.add(AuditTable.read(row));
      }
    }
    return chain;
  }

  List<AuditEntry> of(String requestId) throws SQLException {
    return chain().stream()
        .map(ChainedEntry::entry)
        .filter(entry -> entry.requestId().equals(requestId))
        .toList();
  }

  /** Every row of the table as the database writes it. */
  String dump() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select audit_entry::text from audit_entry")) {
      while (row.next()) {
        all.append(row.getString(1)).append('\n');
      }
    }
    return all.toString();
  }

  void assertSound(String service) throws SQLException {
    ChainCheck check = new ChainCheck(service, new TreeMap<>());
    for (ChainedEntry entry : chain()) {
      assertThat(check.next(entry)).isEmpty();
    }
    assertThat(check.end()).isEmpty();
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
