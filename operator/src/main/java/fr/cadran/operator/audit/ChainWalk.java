package fr.cadran.operator.audit;

import fr.cadran.kit.audit.AuditTable;
import fr.cadran.kit.audit.ChainCheck;
import fr.cadran.operator.platform.ServiceDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Reads a chain from its database, first to last, a bounded part at a time. */
final class ChainWalk {
  private static final int ROWS_AT_ONCE = 2_000;
  private static final long PROGRESS_EVERY = 50_000;

  private ChainWalk() {}

  /** How a walk ended. */
  record Result(ChainCheck check, Optional<ChainCheck.Finding> fault) {}

  /**
   * Walks until the first fault.
   *
   * @param progress told now and then how many entries are in order
   */
  static Result walk(
      ServiceDatabase database, NavigableMap<Long, String> anchors, LongConsumer progress)
      throws SQLException {
    ChainCheck check = new ChainCheck(database.service(), anchors);
    try (Connection connection = database.connectReadOnly();
        Statement select = connection.createStatement()) {
      select.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet row =
          select.executeQuery(
              "select " + AuditTable.COLUMNS + " from audit_entry order by sequence")) {
        while (row.next()) {
          Optional<ChainCheck.Finding> fault = check.next(AuditTable.read(row));
          if (fault.isPresent()) {
            return new Result(check, fault);
          }
          if (check.entries() % PROGRESS_EVERY == 0) {
            progress.accept(check.entries());
          }
        }
      }
    }
    return new Result(check, check.end());
  }
}
