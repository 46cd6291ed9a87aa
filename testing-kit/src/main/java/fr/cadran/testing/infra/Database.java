package fr.cadran.testing.infra;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One empty database on the shared PostgreSQL server, owned by a role that is no superuser, as in
 * production. Closing it drops it.
 */
public record Database(String name, int port, String user, String password)
    implements AutoCloseable {

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  /** Plain connections as the owner role, not pooled. */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** Drops the database, also when connections are still open on it. */
  @Override
  public void close() throws SQLException {
    try (Connection connection = Databases.superuser(port).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
  }
}
