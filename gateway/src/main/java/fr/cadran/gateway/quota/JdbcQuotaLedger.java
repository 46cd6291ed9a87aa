package fr.cadran.gateway.quota;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The ledger in the gateway's own database. Used by one thread. */
@Singleton
class JdbcQuotaLedger implements QuotaLedger {
  private static final int QUERY_SECONDS = 2;
  private static final long KEPT_SECONDS = 3_600;
  private static final String LEASE =
      """
      insert into quota_lease as held (caller, route_group, window_start, leased, last_lease)
      values (?, ?, ?, least(?, ?), least(?, ?))
      on conflict (caller, route_group, window_start) do update set
        last_lease = least(excluded.last_lease, greatest(? - held.leased, 0)),
        leased = held.leased + least(excluded.last_lease, greatest(? - held.leased, 0))
      returning last_lease, leased
      """;
  private static final String FORGET = "delete from quota_lease where window_start < ?";

  // The gateway must start and work without its database, so both are asked for when needed.
  private final Instance<DataSource> database;
  private final Instance<Flyway> migrations;
  private boolean migrated;
  private long forgottenBefore;

  JdbcQuotaLedger(Instance<DataSource> database, Instance<Flyway> migrations) {
    this.database = database;
    this.migrations = migrations;
  }

  @Override
  public List<Lease> lease(List<Wish> wishes) throws LedgerAwayException {
    try {
      if (!migrated) {
        migrations.get().migrate();
        migrated = true;
      }
      return leaseNow(wishes);
    } catch (SQLException | RuntimeException away) {
      // No address given, no connection, a failed migration: the ledger is away for all of them.
      throw new LedgerAwayException(away);
    }
  }

  private List<Lease> leaseNow(List<Wish> wishes) throws SQLException {
    List<Lease> leases = new ArrayList<>(wishes.size());
    try (Connection connection = database.get().getConnection();
        PreparedStatement lease = connection.prepareStatement(LEASE)) {
      lease.setQueryTimeout(QUERY_SECONDS);
      // Each wish is a statement of its own: a lock held over several could meet another gateway's.
      connection.setAutoCommit(true);
      for (Wish wish : wishes) {
        lease.setString(1, wish.caller());
        lease.setString(2, wish.group());
        lease.setLong(3, wish.window());
        for (int parameter = 4; parameter <= 6; parameter += 2) {
          lease.setLong(parameter, wish.calls());
          lease.setLong(parameter + 1, wish.limit());
        }
        lease.setLong(8, wish.limit());
        lease.setLong(9, wish.limit());
        try (ResultSet row = lease.executeQuery()) {
          row.next();
          leases.add(new Lease(row.getLong(1), Math.max(wish.limit() - row.getLong(2), 0)));
        }
      }
      forget(connection, wishes.getFirst().window());
    }
    return leases;
  }

  private void forget(Connection connection, long window) throws SQLException {
    if (window - forgottenBefore > KEPT_SECONDS) {
      forgottenBefore = window;
      try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
        forget.setLong(1, window - KEPT_SECONDS);
        forget.executeUpdate();
      }
    }
  }
}
