package fr.cadran.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * B9: from the start of each service's process until it is ready, pair by pair beside a program
 * that says hello with the same extensions, options and settings; what an idle service holds of the
 * memory; and the second start of the whole platform, everything built. Starts and stops the
 * platform itself, and leaves it running; reads {@code /proc}, so runs on Linux. Writes {@code
 * bench/results/b9.md} and {@code .json}.
 */
public final class Starts {
  private static final List<String> SERVICES =
      List.of("centres", "indicators", "contracts", "gateway");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_NANOS = 10_000_000;
  private static final int KIB_A_MIB = 1024;

  private final Path root;
  private final Path home;
  private final Path logs;
  private final int rounds;
  private final Duration idle;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private Starts(Path root, Path home, Path logs, int rounds, Duration idle) {
    this.root = root;
    this.home = home;
    this.logs = logs;
    this.rounds = rounds;
    this.idle = idle;
  }

  /**
   * Runs the measurement; arguments: root of the checkout, and optionally rounds, and seconds of
   * idleness before memory is read.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Path.of(args[0]);
    Path home =
        Path.of(Objects.requireNonNullElse(System.getenv("CADRAN_HOME"), root + "/.cadran"));
    new Starts(
            root,
            home,
            Files.createDirectories(root.resolve("bench/target/b9")),
            args.length > 1 ? Integer.parseInt(args[1]) : 5,
            Duration.ofSeconds(args.length > 2 ? Integer.parseInt(args[2]) : 60))
        .run();
  }

  /** How a program is started: as the platform starts the service. */
  private record Launch(List<String> command, Map<String, String> settings, URI ready) {
    /** The same options and settings, another program. */
    Launch with(Path jar) {
      List<String> other = new ArrayList<>(command.subList(0, command.indexOf("-jar") + 1));
      other.add(jar.toString());
      return new Launch(other, settings, ready);
    }
  }

  /** What was seen of a service. */
  private record Seen(List<Double> own, List<Double> hello, long idleMib, long collectedMib) {}

  private void run() throws IOException, InterruptedException {
    List<Double> platform = new ArrayList<>();
    platform("up", "-d");
    for (int round = 0; round < rounds; round++) {
      platform("down");
      platform.add(platform("up", "-d"));
    }
    TimeUnit.SECONDS.sleep(idle.toSeconds());
    Map<String, Launch> launches = new LinkedHashMap<>();
    Map<String, long[]> memory = new LinkedHashMap<>();
    for (String service : SERVICES) {
      long pid = pid(service);
      launches.put(service, launch(pid));
      long before = residentMib(pid);
      Processes.run(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
              Long.toString(pid),
              "GC.run"));
      memory.put(service, new long[] {before, residentMib(pid)});
    }
    for (String service : SERVICES.reversed()) {
      end(ProcessHandle.of(pid(service)).orElseThrow());
    }
    Map<String, Seen> seen = new LinkedHashMap<>();
    for (Map.Entry<String, Launch> one : launches.entrySet()) {
      long[] mib = Objects.requireNonNull(memory.get(one.getKey()));
      seen.put(one.getKey(), pairs(one.getKey(), one.getValue(), mib[0], mib[1]));
    }
    platform("up", "-d");
    write(platform, seen);
  }

  private Seen pairs(String service, Launch launch, long idleMib, long collectedMib)
      throws IOException, InterruptedException {
    Launch hello =
        launch.with(
            root.resolve("bench/peers/hello-quarkus/target")
                .resolve(service.equals("gateway") ? "gateway" : "service")
                .resolve("quarkus-run.jar"));
    List<Double> own = new ArrayList<>();
    List<Double> peer = new ArrayList<>();
    // The first pair is not counted: it reads the programs from the disk.
    for (int round = -1; round < rounds; round++) {
      double ownSeconds = start(service, launch);
      double peerSeconds = start("hello-" + service, hello);
      if (round >= 0) {
        own.add(ownSeconds);
        peer.add(peerSeconds);
      }
    }
    return new Seen(own, peer, idleMib, collectedMib);
  }

  /** Seconds until the program is ready; it is ended then. */
  private double start(String name, Launch launch) throws IOException, InterruptedException {
    Path log = logs.resolve(name + ".log");
    ProcessBuilder builder = new ProcessBuilder(launch.command);
    builder.environment().clear();
    builder.environment().putAll(launch.settings);
    builder.directory(logs.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      while (!isReady(launch.ready)) {
        if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new IllegalStateException(name + " does not get ready; its log: " + log);
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      end(process.toHandle());
    }
  }

  private boolean isReady(URI address) throws InterruptedException {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void end(ProcessHandle process) throws InterruptedException {
    process.destroy();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("process " + process.pid() + " does not end");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private double platform(String... command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(List.of(root.resolve("platform").toString()));
    whole.addAll(List.of(command));
    long start = System.nanoTime();
    // Into a file: what the launcher leaves running would hold a pipe open.
    Path log = logs.resolve("platform.log");
    Process process =
        new ProcessBuilder(whole)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", whole) + " failed; its log: " + log);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private long pid(String service) throws IOException {
    Properties run = new Properties();
    try (InputStream file = Files.newInputStream(home.resolve("run/" + service + ".properties"))) {
      run.load(file);
    }
    return Long.parseLong(run.getProperty("pid"));
  }

  private static Launch launch(long pid) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String one : parts(pid, "environ")) {
      int equals = one.indexOf('=');
      settings.put(one.substring(0, equals), one.substring(equals + 1));
    }
    return new Launch(
        parts(pid, "cmdline"),
        settings,
        URI.create("http://127.0.0.1:" + settings.get("QUARKUS_HTTP_PORT") + "/q/health/ready"));
  }

  private static List<String> parts(long pid, String file) throws IOException {
    String text = Files.readString(Path.of("/proc", Long.toString(pid), file));
    return List.of(text.split("\0"));
  }

  private static long residentMib(long pid) throws IOException {
    for (String line :
        Files.readAllLines(
            Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.UTF_8)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / KIB_A_MIB;
      }
    }
    throw new IllegalStateException("process " + pid + " does not say what it holds");
  }

  private void write(List<Double> platform, Map<String, Seen> seen) throws IOException {
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
                ## B9: start and memory

                From the start of the process to readiness, as `./platform up` starts it, one by one and by turns with a program that says
                hello with the same extensions; %d pairs. Memory (VmRSS) after %d s without a call, then after a collection.

                | service | s, median | hello, s | ratio, median of the pairs | idle MiB | collected MiB |
                | --- | --- | --- | --- | --- | --- |
                """,
                rounds,
                idle.toSeconds()));
    StringBuilder json = new StringBuilder("{\"scenario\": \"B9\"");
    seen.forEach((service, one) -> {
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < one.own.size(); round++) {
        ratios.add(one.own.get(round) / one.hello.get(round));
      }
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.2f | %d | %d |%n",
              service,
              median(one.own),
              median(one.hello),
              median(ratios),
              one.idleMib,
              one.collectedMib));
      json.append(
          String.format(
              Locale.ROOT,
              ", \"%s\": {\"seconds\": %.3f, \"hello\": %.3f, \"ratio\": %.3f, \"idleMib\": %d,"
                  + " \"collectedMib\": %d}",
              service,
              median(one.own),
              median(one.hello),
              median(ratios),
              one.idleMib,
              one.collectedMib));
    });
    String machine = OwnGateway.machine();
    table.append(
        String.format(
            Locale.ROOT,
            "%nWhole platform, second start with its demo data: %.1f s (median of %d). To reach:"
                + " 1.5 × hello, 250 MiB. %s.%n",
            median(platform),
            platform.size(),
            machine));
    json.append(
        String.format(
            Locale.ROOT,
            ", \"platformSeconds\": %.1f, \"machine\": \"%s\"}%n",
            median(platform),
            machine));
    Path folder = Files.createDirectories(root.resolve("bench/results"));
    Files.writeString(folder.resolve("b9.md"), table);
    Files.writeString(folder.resolve("b9.json"), json);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
