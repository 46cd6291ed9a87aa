package fr.cadran.local.part;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.process.Spawner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Apache Kafka, broker and controller in one process (KRaft), data in folder {@code kafka}. */
public final class BrokerPart implements Part {
  private static final String STARTED = "Kafka Server started";

  private final Installation installation;
  private final Ports ports;
  private final Path jars;

  public BrokerPart(Installation installation, Ports ports) {
    this.installation = installation;
    this.ports = ports;
    this.jars = installation.root().resolve("deploy/broker/target/lib");
  }

  @Override
  public PartName name() {
    return PartName.BROKER;
  }

  @Override
  public List<Integer> ports() {
    return List.of(ports.of(PartName.BROKER), ports.controller());
  }

  @Override
  public void prepare(Spawner spawner, Consumer<String> tell) throws InterruptedException {
    Path folder = installation.broker();
    try {
      Files.createDirectories(folder);
      Files.writeString(properties(), settings(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LaunchFailure(
          "the broker's folder " + folder + " cannot be written (" + Installation.reason(e) + ").",
          e);
    }
    if (Files.exists(folder.resolve("data/meta.properties"))) {
      return;
    }
    tell.accept("formatting the storage");
    List<String> command = JavaCommand.of(installation, PartName.BROKER, "128m");
    command.addAll(logging());
    command.addAll(
        List.of(
            "-cp",
            classPath(),
            "kafka.tools.StorageTool",
            "format",
            "--cluster-id",
            clusterId(),
            "--config",
            properties().toString()));
    spawner.run(
        "broker-format",
        new Spawner.Launch(command, Map.of(), folder),
        installation.logs().resolve("broker-format.log"),
        Duration.ofMinutes(2),
        line -> {});
  }

  @Override
  public Spawner.Launch launch() {
    List<String> command = JavaCommand.of(installation, PartName.BROKER, "256m");
    command.addAll(logging());
    command.addAll(List.of("-cp", classPath(), "kafka.Kafka", properties().toString()));
    return new Spawner.Launch(command, Map.of(), installation.broker());
  }

  /** The listeners open one after the other; the log says when the last one serves. */
  @Override
  public boolean isReady() {
    Path log = installation.log(name());
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(PartName.BROKER)), 1000);
      return Files.exists(log) && Files.readString(log).contains(STARTED);
    } catch (IOException e) {
      // Refused: not yet.
      return false;
    }
  }

  private Path properties() {
    return installation.broker().resolve("server.properties");
  }

  private String classPath() {
    return jars + "/*";
  }

  private String settings() {
    int broker = ports.of(PartName.BROKER);
    return String.join(
        "\n",
        "# Written anew at every start.",
        "process.roles=broker,controller",
        "node.id=1",
        "controller.quorum.voters=1@127.0.0.1:" + ports.controller(),
        "controller.listener.names=CONTROLLER",
        "listeners=PLAINTEXT://127.0.0.1:"
            + broker
            + ",CONTROLLER://127.0.0.1:"
            + ports.controller(),
        "advertised.listeners=PLAINTEXT://127.0.0.1:" + broker,
        "log.dirs=" + escape(installation.broker().resolve("data").toString()),
        "num.partitions=3",
        "# Event topics are kept for ever; a compacted topic says so itself.",
        "log.retention.ms=-1",
        "offsets.topic.replication.factor=1",
        "offsets.topic.num.partitions=8",
        "transaction.state.log.replication.factor=1",
        "transaction.state.log.min.isr=1",
        "transaction.state.log.num.partitions=8",
        "share.coordinator.state.topic.replication.factor=1",
        "share.coordinator.state.topic.min.isr=1",
        "group.initial.rebalance.delay.ms=0",
        "# A broker that was killed is let back in after 2 s, not after 9.",
        "broker.session.timeout.ms=2000",
        "broker.heartbeat.interval.ms=500",
        "log.cleaner.dedupe.buffer.size=16777216",
        "");
  }

  private static List<String> logging() {
    return List.of(
        "-Dorg.slf4j.simpleLogger.showDateTime=true",
        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
        "-Dorg.slf4j.simpleLogger.showThreadName=false",
        "-Dorg.slf4j.simpleLogger.log.org.apache.kafka=warn",
        "-Dorg.slf4j.simpleLogger.log.kafka=info",
        // This class says "Kafka Server started", which is what readiness is read from.
        "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info");
  }

  /** Backslashes would be read as escapes in a properties file. */
  private static String escape(String path) {
    return path.replace("\\", "\\\\");
  }

  /** Kafka's own form of an id: 16 bytes in base64url. */
  private static String clusterId() {
    UUID id = UUID.randomUUID();
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array())
        // A leading dash would be taken for an option.
        .replaceFirst("^-", "A");
  }
}
