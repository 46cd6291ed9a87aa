package fr.cadran.testing.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The same parts from container images, where {@code -Dcadran.infra=containers} asks for them: the
 * images that {@code docker-compose.yml} names, on the engine of this machine. Testcontainers
 * removes them when the test JVM ends.
 */
final class Containers {
  private static final String INFRASTRUCTURE = "cadran.infra";
  private static final String EMBEDDED = "embedded";
  private static final String CONTAINERS = "containers";

  private static final int POSTGRES_PORT = 5432;
  private static final Duration START = Duration.ofMinutes(3);

  private Containers() {}

  /** Whether the parts come from containers. */
  static boolean wanted() {
    String infrastructure = System.getProperty(INFRASTRUCTURE, EMBEDDED);
    return switch (infrastructure) {
      case EMBEDDED -> false;
      case CONTAINERS -> true;
      default ->
          throw new IllegalStateException(
              INFRASTRUCTURE + " is " + EMBEDDED + " or " + CONTAINERS + ", not " + infrastructure);
    };
  }

  /** Starts PostgreSQL and gives its port on this machine. */
  @SuppressWarnings("resource") // It lives as long as this JVM.
  static int startPostgres(String superuserPassword) {
    GenericContainer<?> server =
        new GenericContainer<>(image("postgres"))
            .withEnv("POSTGRES_PASSWORD", superuserPassword)
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200")
            .withExposedPorts(POSTGRES_PORT)
            // The first server only makes the data folder.
            .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*", 2))
            .withStartupTimeout(START);
    server.start();
    return server.getMappedPort(POSTGRES_PORT);
  }

  /** Starts a broker that creates no topic on first use and gives its address. */
  @SuppressWarnings("resource") // It lives as long as this JVM.
  static String startBroker() {
    KafkaContainer broker =
        new KafkaContainer(image("apache/kafka"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withStartupTimeout(START);
    broker.start();
    return broker.getBootstrapServers();
  }

  /** The image of that name in {@code docker-compose.yml}, so that tests and operators use one. */
  private static DockerImageName image(String name) {
    String root = System.getProperty("cadran.root");
    if (root == null) {
      throw new IllegalStateException("system property cadran.root (root of the checkout) not set");
    }
    Path file = Path.of(root, "docker-compose.yml");
    try {
      Matcher found =
          Pattern.compile("image: (" + Pattern.quote(name) + ":\\S+)")
              .matcher(Files.readString(file));
      if (found.find()) {
        return DockerImageName.parse(found.group(1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    throw new IllegalStateException(file + " names no image " + name);
  }
}
