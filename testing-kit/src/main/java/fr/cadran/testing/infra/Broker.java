package fr.cadran.testing.infra;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * The real Kafka broker (KRaft, one node) in a JVM of its own on free ports of loopback. Most tests
 * share one per test JVM ({@link #sharedBootstrapServers()}); a test of an outage starts its own
 * and stops and restarts it on the same port with the same data. {@code -Dcadran.infra=containers}
 * takes the shared one from its container image.
 *
 * <p>Topics are not created on first use: as in production, their owner creates them. Needs the
 * jars that module {@code deploy/broker} collects, found below the system property {@code
 * cadran.root}.
 */
public final class Broker implements AutoCloseable {

  private static final String SHARED = "cadran.testing.broker";
  private static final Duration START = Duration.ofSeconds(90);
  private static final int ATTEMPTS = 3;

  private final Path folder;
  private final String clusterId;
  private final int port;
  private final Thread killer = new Thread(this::killAndDelete);
  private @Nullable Process process;

  private Broker(Path folder, String clusterId, int port) {
    this.folder = folder;
    this.clusterId = clusterId;
    this.port = port;
  }

  /** Address of the broker that all tests of this JVM share; starts it on the first call. */
  public static String sharedBootstrapServers() {
    // Quarkus loads this class once per class loader: see Databases.
    synchronized (Runtime.getRuntime()) {
      String known = System.getProperty(SHARED);
      if (known == null) {
        known = Containers.wanted() ? Containers.startBroker() : start().bootstrapServers();
        System.setProperty(SHARED, known);
      }
      return known;
    }
  }

  /** Starts an empty broker for the caller alone; close it after use. */
  public static Broker start() {
    RuntimeException last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return startOnFreePorts();
      } catch (IllegalStateException e) {
        last = e; // Another process may have taken the port between the search and the bind.
      }
    }
    throw new IllegalStateException("the broker did not start in " + ATTEMPTS + " attempts", last);
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  /** Kills the broker at once and keeps its data: the outage that tests need. */
  public void stop() {
    kill();
  }

  /** Starts the stopped broker again on its port with its data, and waits until it answers. */
  public void restart() {
    launch(false);
  }

  /** Kills the broker and deletes its data. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(killer);
    killAndDelete();
  }

  private static Broker startOnFreePorts() {
    try {
      int[] ports = freePorts();
      Path folder = Files.createTempDirectory("cadran-broker-");
      Broker broker = new Broker(folder, Uuid.randomUuid().toString(), ports[0]);
      Files.writeString(
          folder.resolve("server.properties"), serverProperties(ports[0], ports[1], folder));
      Path mainClass = folder.resolve("main/fr/cadran/testing/infra/BrokerMain.class");
      Files.createDirectories(mainClass.getParent());
      try (InputStream bytes = Broker.class.getResourceAsStream("BrokerMain.class")) {
        Files.write(mainClass, Objects.requireNonNull(bytes).readAllBytes());
      }
      Runtime.getRuntime().addShutdownHook(broker.killer);
      try {
        broker.launch(true);
      } catch (IllegalStateException e) {
        broker.close();
        throw e;
      }
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException("the broker's folder cannot be prepared", e);
    }
  }

  private static int[] freePorts() throws IOException {
    try (ServerSocket client = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket controller = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new int[] {client.getLocalPort(), controller.getLocalPort()};
    }
  }

  private void launch(boolean format) {
    Path libraries = libraries();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-cp");
    command.add(libraries.resolve("*") + File.pathSeparator + folder.resolve("main"));
    command.add(BrokerMain.class.getName());
    command.add(folder.resolve("server.properties").toString());
    command.add(clusterId);
    if (format) {
      command.add("format");
    }
    Path log = folder.resolve("broker.log");
    try {
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      process = started;
      awaitAnswer(started, log);
    } catch (IOException e) {
      throw new UncheckedIOException("the broker's JVM cannot be started", e);
    }
  }

  private void awaitAnswer(Process started, Path log) throws IOException {
    Instant deadline = Instant.now().plus(START);
    // The clients warn at each refused connection: knock with a bare socket first.
    await(started, log, deadline, this::listens);
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
      await(started, log, deadline, () -> answers(admin));
    }
  }

  private void await(Process started, Path log, Instant deadline, BooleanSupplier ready)
      throws IOException {
    while (!ready.getAsBoolean()) {
      if (!started.isAlive()) {
        throw new IllegalStateException("the broker ended at once:\n" + Files.readString(log));
      }
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            "the broker did not answer in " + START + ":\n" + Files.readString(log));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false; // The caller's deadline bounds the wait.
    }
  }

  private static boolean answers(Admin admin) {
    try {
      return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false; // Not listening yet; the caller's deadline bounds the wait.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the broker was starting", e);
    }
  }

  private void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      running.onExit().join();
      process = null;
    }
  }

  private void killAndDelete() {
    kill();
    delete(folder);
  }

  private static Path libraries() {
    String root = System.getProperty("cadran.root");
    if (root == null) {
      throw new IllegalStateException("system property cadran.root (root of the checkout) not set");
    }
    Path libraries = Path.of(root, "deploy", "broker", "target", "lib");
    if (!Files.isDirectory(libraries)) {
      throw new IllegalStateException(
          "no broker in " + libraries + ": build module deploy/broker first (./mvnw -am does)");
    }
    return libraries;
  }

  private static String serverProperties(int port, int controllerPort, Path folder) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    log.dirs=%3$s
    auto.create.topics.enable=false
    offsets.topic.num.partitions=1
    offsets.topic.replication.factor=1
    transaction.state.log.num.partitions=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.num.partitions=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    broker.session.timeout.ms=2000
    broker.heartbeat.interval.ms=500
    log.cleaner.dedupe.buffer.size=16777216
    """
        .formatted(port, controllerPort, folder.resolve("data").toString().replace('\\', '/'));
  }

  private static void delete(Path folder) {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the broker's folder cannot be deleted", e);
    }
  }
}
