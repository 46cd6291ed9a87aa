package fr.cadran.local.part;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import fr.cadran.local.process.DetachedProcess;
import fr.cadran.local.process.ProcessIdentity;
import fr.cadran.local.process.Spawner;
import fr.cadran.local.process.Termination;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * PostgreSQL on the data folder {@code postgres} of the installation, with one database and one
 * owner role for each part that keeps data.
 */
public final class DatabasePart implements Part {
  /** The databases; each belongs to a role of the same name. */
  public static final List<String> DATABASES =
      List.of("keycloak", "centres", "indicators", "contracts", "gateway");

  private static final String SUPERUSER = "postgres";
  private static final String WRONG_PASSWORD = "28P01";

  private final Installation installation;
  private final Ports ports;
  private final Secrets secrets;
  private final Path binaries;

  public DatabasePart(Installation installation, Ports ports, Secrets secrets) {
    this.installation = installation;
    this.ports = ports;
    this.secrets = secrets;
    this.binaries = installation.root().resolve("deploy/local/target/postgresql");
  }

  /** The secret of a database's owner role. */
  static String secretOf(String database) {
    return "database." + database;
  }

  @Override
  public PartName name() {
    return PartName.DATABASE;
  }

  @Override
  public List<Integer> ports() {
    return List.of(port());
  }

  @Override
  public void prepare(Spawner spawner, Consumer<String> tell) throws InterruptedException {
    PostgresBinaries.unpack(binaries);
    Path data = installation.database();
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      tell.accept("making the data folder");
      initialise(spawner, data);
    }
    removeStaleLock(data.resolve("postmaster.pid"), tell);
  }

  @Override
  public Spawner.Launch launch() {
    List<String> command = unprivileged();
    command.addAll(
        List.of(
            binaries.resolve("bin/postgres").toString(),
            "-D",
            installation.database().toString(),
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(port()),
            // No socket file: its path has a length limit that a deep checkout would pass.
            "-k",
            "",
            "-c",
            "shared_buffers=64MB",
            "-c",
            "max_connections=120",
            "-c",
            "log_line_prefix=%m [%p] "));
    return new Spawner.Launch(command, Map.of("TZ", "UTC"), installation.home());
  }

  @Override
  public boolean isReady() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(2);
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw new LaunchFailure(
            "database does not know the password in "
                + installation.secretsFile()
                + "; both come from one first start, so restore that file or run ./platform down"
                + " --wipe.",
            e);
      }
      // Not there yet, or still recovering.
      return false;
    }
  }

  @Override
  public void complete(Consumer<String> tell) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String database : DATABASES) {
        // Names are ours and passwords are base64url: neither needs escaping.
        String password = secrets.of(secretOf(database));
        String verb =
            exists(statement, "select 1 from pg_roles where rolname = '" + database + "'")
                ? "alter"
                : "create";
        statement.execute(verb + " role " + database + " login password '" + password + "'");
        if (!exists(statement, "select 1 from pg_database where datname = '" + database + "'")) {
          statement.execute("create database " + database + " owner " + database);
          statement.execute("revoke connect on database " + database + " from public");
        }
      }
      // All that the identity server keeps comes from files: its first start makes thousands of
      // commits, and losing the last half second of them in a crash costs nothing.
      statement.execute("alter database keycloak set synchronous_commit = off");
    } catch (SQLException e) {
      throw new LaunchFailure(
          "database could not make the databases ("
              + Installation.reason(e)
              + "); its log: "
              + installation.log(name()),
          e);
    }
  }

  @Override
  public Termination.Signal signal() {
    return Termination.Signal.INT;
  }

  /** The address of a database for a JDBC client. */
  static String url(Ports ports, String database) {
    return "jdbc:postgresql://127.0.0.1:" + ports.of(PartName.DATABASE) + "/" + database;
  }

  private int port() {
    return ports.of(PartName.DATABASE);
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", secrets.of(secretOf(SUPERUSER)));
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "30");
    return DriverManager.getConnection(url(ports, database), properties);
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next();
    }
  }

  private void initialise(Spawner spawner, Path data) throws InterruptedException {
    Path fresh = installation.home().resolve("postgres.new");
    Path passwordFile = installation.home().resolve("postgres.password");
    try {
      PostgresBinaries.deleteTree(fresh);
      Files.writeString(
          passwordFile, secrets.of(secretOf(SUPERUSER)) + "\n", StandardCharsets.UTF_8);
      List<String> command = unprivileged();
      command.addAll(
          List.of(
              binaries.resolve("bin/initdb").toString(),
              "-D",
              fresh.toString(),
              "-U",
              SUPERUSER,
              "-E",
              "UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C",
              "--auth=scram-sha-256",
              "--pwfile=" + passwordFile));
      spawner.run(
          "database-initdb",
          new Spawner.Launch(command, Map.of("TZ", "UTC"), installation.home()),
          installation.logs().resolve("database-initdb.log"),
          Duration.ofMinutes(2),
          line -> {});
      // Renamed last: a data folder of that name is always whole.
      PostgresBinaries.deleteTree(data);
      Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new LaunchFailure(
          "the data folder " + data + " cannot be made (" + Installation.reason(e) + ").", e);
    } finally {
      deleteQuietly(passwordFile);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.err.println("cadran: delete " + file + " yourself, it holds a password.");
    }
  }

  /**
   * After a crash the lock file names a dead process, whose pid another program may carry by now;
   * PostgreSQL would then refuse to start. A living server on this folder is known by its record or
   * found as an orphan before we come here.
   */
  private void removeStaleLock(Path lock, Consumer<String> tell) {
    if (!Files.exists(lock)) {
      return;
    }
    try (Stream<String> lines = Files.lines(lock)) {
      long pid = Long.parseLong(lines.findFirst().orElse("0").strip());
      boolean serving =
          ProcessIdentity.of(pid).isPresent()
              && ProcessHandle.of(pid)
                  .flatMap(handle -> handle.info().command())
                  .filter(command -> command.endsWith("postgres"))
                  .isPresent();
      if (serving) {
        throw new LaunchFailure(
            "another PostgreSQL (pid "
                + pid
                + ") works on "
                + installation.database()
                + "; stop it first.");
      }
      Files.delete(lock);
      tell.accept("cleared the lock of a server that did not end properly");
    } catch (IOException | NumberFormatException e) {
      throw new LaunchFailure(
          "the lock file " + lock + " cannot be read (" + Installation.reason(e) + ").", e);
    }
  }

  /**
   * PostgreSQL refuses to run as root. In a user namespace of its own it is an ordinary user to
   * itself, and still the owner of its files.
   */
  private static List<String> unprivileged() {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name", "").equals("root")) {
      command.add(
          DetachedProcess.onPath("unshare")
              .orElseThrow(() ->
                  new LaunchFailure(
                      "PostgreSQL does not run as root and 'unshare' (util-linux) is not"
                          + " installed; install it or use another account."))
              .toString());
      command.add("-U");
    }
    return command;
  }
}
