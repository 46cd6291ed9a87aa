package fr.cadran.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * B3: from the submission of a quarterly record to its indicators being readable through the
 * gateway, pair by pair beside a Kafka round trip and one PostgreSQL commit of the same bytes.
 * Needs a platform that is up; writes {@code bench/results/b3.md} and {@code .json}.
 */
public final class SubmissionToReadable {
  private static final int WARM_UP = 300;
  private static final int COUNTED = 100;
  private static final long POLL_NANOS = 2_000_000;
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private SubmissionToReadable() {}

  /**
   * Runs the measurement; arguments: root of the checkout, gateway URL, editor and agency token.
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, SQLException, ExecutionException {
    Path root = Path.of(args[0]);
    Editor editor = new Editor(args[1], args[2], args[3]);
    Properties secrets = new Properties();
    Path home =
        Path.of(Objects.requireNonNullElse(System.getenv("CADRAN_HOME"), root + "/.cadran"));
    try (InputStream file = Files.newInputStream(home.resolve("secrets.properties"))) {
      secrets.load(file);
    }
    String database = "127.0.0.1:" + port("DATABASE", 5433);
    String broker = "127.0.0.1:" + port("BROKER", 9092);

    Sample readable = new Sample("submission → readable");
    Sample submission = new Sample("submission answered");
    Sample reference = new Sample("Kafka round trip + one commit");
    try (RoundTrip roundTrip =
        new RoundTrip(
            broker,
            "jdbc:postgresql://" + database + "/indicators",
            "indicators",
            secrets.getProperty("database.indicators"))) {
      for (int i = 0; i < WARM_UP + COUNTED; i++) {
        String content = editor.content(1500 - i % 2);
        editor.save(content);
        long start = System.nanoTime();
        int version = editor.submit();
        long answered = System.nanoTime();
        while (editor.readableVersion() < version) {
          if (System.nanoTime() - start > PATIENCE_NANOS) {
            throw new IllegalStateException("version " + version + " never became readable");
          }
          LockSupport.parkNanos(POLL_NANOS);
        }
        long end = System.nanoTime();
        roundTrip.once(content);
        long referenceEnd = System.nanoTime();
        if (i >= WARM_UP) {
          submission.add(answered - start);
          readable.add(end - start);
          reference.add(referenceEnd - end);
        }
      }
    }
    write(root.resolve("bench/results"), List.of(submission, readable, reference));
  }

  private static int port(String part, int standard) {
    String given = System.getenv("CADRAN_PORT_" + part);
    return given == null ? standard : Integer.parseInt(given);
  }

  private static void write(Path folder, List<Sample> samples) throws IOException {
    StringBuilder table =
        new StringBuilder(
            """
            ## B3: submission to readable indicator

            Checks and submission through the gateway, then polled every 2 ms; one at a time.

            | what | runs | p50 ms | p99 ms |
            | --- | --- | --- | --- |
            """);
    StringBuilder json = new StringBuilder("{\"scenario\": \"B3\", \"samples\": [");
    for (Sample sample : samples) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.1f | %.1f |%n",
              sample.name(),
              sample.count(),
              sample.millis(50),
              sample.millis(99)));
      json.append(json.charAt(json.length() - 1) == '[' ? "" : ", ")
          .append(
              String.format(
                  Locale.ROOT,
                  "{\"name\": \"%s\", \"runs\": %d, \"p50Ms\": %.3f, \"p99Ms\": %.3f}",
                  sample.name(),
                  sample.count(),
                  sample.millis(50),
                  sample.millis(99)));
    }
    double ratio = samples.get(1).millis(50) / samples.getLast().millis(50);
    String machine =
        "%d processors, Java %s, %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"));
    table.append(
        String.format(
            Locale.ROOT, "%nRatio of the medians: %.1f (to reach: 5). %s.%n", ratio, machine));
    json.append(
        String.format(Locale.ROOT, "], \"ratio\": %.3f, \"machine\": \"%s\"}%n", ratio, machine));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("b3.md"), table, StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("b3.json"), json, StandardCharsets.UTF_8);
  }
}
