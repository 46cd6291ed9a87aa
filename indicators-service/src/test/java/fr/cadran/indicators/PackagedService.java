package fr.cadran.indicators;

import fr.cadran.testing.infra.Broker;
import fr.cadran.testing.infra.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The service as it is delivered, in a process of its own that a test can end as it likes. */
final class PackagedService {

  private PackagedService() {}

  /**
   * Starts it against the shared broker and waits for nothing.
   *
   * @param profile of Quarkus
   * @param settings more environment
   * @param log name of its log below {@code target}
   */
  static Process start(Database database, String profile, Map<String, String> settings, String log)
      throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dquarkus.profile=" + profile,
            "-jar",
            module().resolve("target/quarkus-app/quarkus-run.jar").toString());
    command
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_PORT", "0",
                "QUARKUS_OIDC_TENANT_ENABLED", "false",
                "KAFKA_BOOTSTRAP_SERVERS", Broker.sharedBootstrapServers(),
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password()));
    command.environment().putAll(settings);
    return command.redirectErrorStream(true).redirectOutput(logFile(log).toFile()).start();
  }

  /** What kill -9 does, and waits until it is done. */
  static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  static String log(String name) throws IOException {
    return Files.readString(logFile(name));
  }

  private static Path logFile(String name) {
    return module().resolve("target/" + name + ".log");
  }

  private static Path module() {
    return Path.of(Objects.requireNonNull(System.getProperty("cadran.module"), "cadran.module"));
  }
}
