package fr.cadran.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the chain for auditors, the newest entries first. */
@Singleton
@IfBuildProperty(name = AuditLog.SWITCH, stringValue = "true", enableIfMissing = true)
class JdbcAuditEntries {
  private final AgroalDataSource dataSource;

  JdbcAuditEntries(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Entries that fit.
   *
   * @param before number of the entry to go on after, null to begin with the newest
   */
  List<ChainedEntry> find(AuditSearch search, @Nullable Long before, int limit) {
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("select ").append(AuditTable.COLUMNS);
    sql.append(" from audit_entry where true");
    limit(sql, values, "subject = ?", search.subject());
    limit(sql, values, "client = ?", search.client());
    limit(sql, values, "operation = ?", search.operation());
    limit(sql, values, "outcome = ?", search.outcome() == null ? null : search.outcome().name());
    if (search.resource() != null) {
      // The ids of a path from the left: a contract finds its dialogues and its payments' packs.
      sql.append(" and (resource = ? or (resource >= ? and resource < ?))");
      values.add(search.resource());
      values.add(search.resource() + '/');
      values.add(search.resource() + '0');
    }
    limit(sql, values, "at >= ?", utc(search.from()));
    limit(sql, values, "at < ?", utc(search.to()));
    limit(sql, values, "sequence < ?", before);
    sql.append(" order by sequence desc limit ?");
    values.add(limit);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      List<ChainedEntry> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(AuditTable.read(row));
        }
      }
      return found;
    } catch (SQLException unavailable) {
      throw new IllegalStateException("the audit cannot be read", unavailable);
    }
  }

  private static @Nullable Object utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static void limit(
      StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      values.add(value);
    }
  }
}
