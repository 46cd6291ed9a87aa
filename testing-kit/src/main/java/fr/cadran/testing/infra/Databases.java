package fr.cadran.testing.infra;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The real PostgreSQL server of this test JVM, started on first use on a free port of loopback, and
 * as many empty databases on it as tests ask for. It is stopped when the JVM ends, also by kill.
 * {@code -Dcadran.infra=containers} takes it from its container image.
 */
public final class Databases {

  private static final String PORT = "cadran.testing.postgres.port";
  private static final String OWNER = "cadran_owner";
  private static final String PASSWORD = "cadran";

  private Databases() {}

  /**
   * Creates an empty database.
   *
   * @param purpose a short word that makes the name readable in logs, e.g. {@code centres}
   */
  public static Database create(String purpose) {
    int port = serverPort();
    String word = purpose.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    String name = word + "_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = superuser(port).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " OWNER " + OWNER);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the test database " + name, e);
    }
    return new Database(name, port, OWNER, PASSWORD);
  }

  static DataSource superuser(int port) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
    source.setUser("postgres");
    source.setPassword(PASSWORD);
    return source;
  }

  private static int serverPort() {
    // Quarkus loads this class once per class loader, so what the JVM shares is kept in a system
    // property, and the lock is an object of the JDK.
    synchronized (Runtime.getRuntime()) {
      String known = System.getProperty(PORT);
      if (known != null) {
        return Integer.parseInt(known);
      }
      int port = startServer();
      System.setProperty(PORT, Integer.toString(port));
      return port;
    }
  }

  private static int startServer() {
    try {
      int port = Containers.wanted() ? Containers.startPostgres(PASSWORD) : startEmbedded();
      try (Connection connection = superuser(port).getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + PASSWORD + "'");
      }
      return port;
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not answer", e);
    }
  }

  private static int startEmbedded() {
    try {
      Path data = Files.createTempDirectory("cadran-postgres-");
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setServerConfig("max_connections", "200")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
      ParentDeath.stopPostgres(data);
      return server.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
    }
  }
}
