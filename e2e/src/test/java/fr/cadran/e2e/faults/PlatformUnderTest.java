package fr.cadran.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The platform of the suite: the launcher of this checkout with a folder and ports of its own, so
 * that no other platform of the machine is touched. Parts are harmed by their process, and brought
 * back as an operator does it.
 */
final class PlatformUnderTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path root;
  private final Path home;
  private final int firstPort;
  private final Map<String, String> settings;

  /**
   * Knows a platform, and starts nothing yet.
   *
   * @param root the checkout
   * @param home the folder of the platform's state
   * @param firstPort of a range of two thousand that nobody else uses
   * @param settings more environment of every part
   */
  PlatformUnderTest(Path root, Path home, int firstPort, Map<String, String> settings) {
    this.root = root;
    this.home = home;
    this.firstPort = firstPort;
    this.settings = new HashMap<>(settings);
    this.settings.put("CADRAN_HOME", home.toString());
    for (Part part : Part.values()) {
      this.settings.put("CADRAN_PORT_" + part.name(), Integer.toString(part.port(firstPort)));
    }
  }

  /** What a command said and how it ended. */
  record Outcome(int exitCode, String told) {}

  Path home() {
    return home;
  }

  Path log(Part part) {
    return home.resolve("logs").resolve(part.label() + ".log");
  }

  URI gateway() {
    return URI.create("http://127.0.0.1:" + Part.GATEWAY.port(firstPort));
  }

  URI realm() {
    return URI.create("http://127.0.0.1:" + Part.IDENTITY.port(firstPort) + "/realms/cadran");
  }

  String broker() {
    return "127.0.0.1:" + Part.BROKER.port(firstPort);
  }

  /** A connection to the database of a service, as that service. */
  Connection database(Part service) throws IOException, SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", service.label());
    properties.setProperty("password", secret("database." + service.label()));
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + Part.DATABASE.port(firstPort) + "/" + service.label(),
        properties);
  }

  /** What the launcher drew at the first start. */
  String secret(String name) throws IOException {
    return Objects.requireNonNull(read(home.resolve("secrets.properties")).getProperty(name), name);
  }

  // ---- commands

  /** Removes whatever an earlier run left, and starts every part. */
  void startAnew() throws IOException, InterruptedException {
    succeed(run(Map.of(), "platform", "down", "--wipe"));
    up();
  }

  /** Brings these parts up, or all: what runs and answers is left alone. */
  void up(Part... parts) throws IOException, InterruptedException {
    succeed(start(Map.of(), parts));
  }

  /** Restarts a service so that it dies at the given place. */
  void arm(Part service, String failpoint) throws IOException, InterruptedException {
    terminate(service);
    // It may reach the place, and die, before it counts as started.
    Outcome outcome =
        start(Map.of("QUARKUS_PROFILE", "faults", "CADRAN_FAILPOINT", failpoint), service);
    assertThat(outcome.exitCode() == 0 || isDead(service)).as(outcome.told()).isTrue();
  }

  void down() throws IOException, InterruptedException {
    succeed(run(Map.of(), "platform", "down"));
  }

  /** A command of the checkout, {@code platform} or {@code cadran}, for this platform. */
  Outcome run(Map<String, String> environment, String program, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(root.resolve(program).toString());
    command.addAll(List.of(words));
    // To files, not pipes: what the launcher leaves running would hold those open.
    Path told = Files.createTempFile("cadran-faults", ".out");
    Path complained = Files.createTempFile("cadran-faults", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(root.toFile())
              .redirectOutput(told.toFile())
              .redirectError(complained.toFile());
      builder.environment().putAll(settings);
      builder.environment().putAll(environment);
      int exitCode = builder.start().waitFor();
      String answer = Files.readString(told);
      return new Outcome(
          exitCode, answer.startsWith("{") ? answer : answer + Files.readString(complained));
    } finally {
      Files.delete(told);
      Files.delete(complained);
    }
  }

  private Outcome start(Map<String, String> environment, Part... parts)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("up", "-d", "--no-demo", "--timeout", "180"));
    if (parts.length > 0) {
      words.add("--only");
      words.add(Arrays.stream(parts).map(Part::label).collect(Collectors.joining(",")));
    }
    return run(environment, "platform", words.toArray(String[]::new));
  }

  private static void succeed(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.told()).isZero();
  }

  // ---- processes

  void kill(Part part) throws IOException, InterruptedException {
    signal("KILL", List.of(pid(part)));
    awaitDeath(part);
  }

  void terminate(Part part) throws IOException, InterruptedException {
    signal(part == Part.DATABASE ? "INT" : "TERM", List.of(pid(part)));
    awaitDeath(part);
  }

  void freeze(Part part) throws IOException, InterruptedException {
    signal("STOP", processes(part));
  }

  void thaw(Part part) throws IOException, InterruptedException {
    signal("CONT", processes(part));
  }

  void awaitDeath(Part part) throws IOException {
    if (isDead(part)) {
      return;
    }
    long pid = pid(part);
    await(part.label() + " ends").atMost(PATIENCE).until(() -> isDead(pid));
  }

  boolean isDead(Part part) throws IOException {
    return !Files.exists(record(part)) || isDead(pid(part));
  }

  /** The process of a part and those that it started: a database has one for each connection. */
  List<Long> processes(Part part) throws IOException {
    long pid = pid(part);
    return Stream.concat(
            Stream.of(pid),
            ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid))
        .toList();
  }

  private long pid(Part part) throws IOException {
    return Long.parseLong(Objects.requireNonNull(read(record(part)).getProperty("pid"), "pid"));
  }

  private Path record(Part part) {
    return home.resolve("run/" + part.label() + ".properties");
  }

  /** Gone, or a zombie that nobody has buried yet. */
  private static boolean isDead(long pid) throws IOException {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    try {
      String line = Files.readString(stat);
      return line.substring(line.lastIndexOf(')') + 2).startsWith("Z");
    } catch (NoSuchFileException gone) {
      return true;
    } catch (IOException gone) {
      // Read while it went.
      return !Files.exists(stat);
    }
  }

  private static void signal(String name, List<Long> pids)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    pids.forEach(pid -> command.add(Long.toString(pid)));
    // A process of the list may have ended meanwhile: no failure.
    Process kill = new ProcessBuilder(command).redirectErrorStream(true).start();
    kill.getInputStream().readAllBytes();
    kill.waitFor();
  }

  private static Properties read(Path file) throws IOException {
    Properties values = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      values.load(in);
    }
    return values;
  }
}
