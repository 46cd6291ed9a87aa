package fr.cadran.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * B4: reading indicator values, 50 per page, through a gateway that checks the token, block by
 * block beside the same SQL by JDBC at the same rate. Each duration counts from the moment at which
 * the call was due, so waiting in line is part of it. Needs a platform that is up; writes {@code
 * bench/results/b4.md} and {@code .json}.
 */
public final class ReadingValues {
  private static final int PAGE = 50;
  private static final int DATABASE_CONNECTIONS = 8;
  private static final int MOST_UNDER_WAY = 400;
  private static final int WARM_UP_CALLERS = 8;
  private static final int WARM_UP_SECONDS = 180;
  private static final String PATH = "/v1/indicator-values?departement=93&limit=" + PAGE;
  private static final String SQL =
      """
      SELECT v.id, v.finess, v.quarter, v.period, v.indicator, v.definition_version, v.specialty, v.numerator,
             v.denominator, v.value, v.missing_reason, v.flags, v.warnings, v.inputs,
             v.known_from, v.known_until
      FROM indicator_value v
      WHERE v.finess = ANY(ARRAY(SELECT d.finess FROM centre d WHERE d.departement = ?))
        AND v.known_until IS NULL AND v.period = 'QUARTER'
      ORDER BY v.finess, v.quarter, v.indicator, v.specialty LIMIT ?
      """;

  private final int rate;
  private final int seconds;

  private ReadingValues(int rate, int seconds) {
    this.rate = rate;
    this.seconds = seconds;
  }

  /**
   * Runs the measurement; arguments: root of the checkout, agency token, and optionally blocks,
   * seconds of each, calls a second.
   */
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    int blocks = args.length > 2 ? Integer.parseInt(args[2]) : 6;
    int seconds = args.length > 3 ? Integer.parseInt(args[3]) : 10;
    int rate = args.length > 4 ? Integer.parseInt(args[4]) : 500;
    Properties secrets = new Properties();
    Path home =
        Path.of(Objects.requireNonNullElse(System.getenv("CADRAN_HOME"), root + "/.cadran"));
    try (InputStream file = Files.newInputStream(home.resolve("secrets.properties"))) {
      secrets.load(file);
    }
    Map<String, String> settings = OwnGateway.besideThePlatform();
    ReadingValues reading = new ReadingValues(rate, seconds);
    try (Processes processes = new Processes(root.resolve("bench/target/b4"));
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Rows rows =
            new Rows(
                "jdbc:postgresql://127.0.0.1:" + OwnGateway.port("DATABASE", 5433) + "/indicators",
                secrets.getProperty("database.indicators"))) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(OwnGateway.start(processes, root, settings) + PATH))
              .header("Authorization", "Bearer " + args[1])
              .build();
      int page = items(client, request);
      Callable<Integer> call =
          () -> call(client, request, HttpResponse.BodyHandlers.ofByteArray()).length;
      if (page != rows.read()) {
        throw new IllegalStateException(
            "both must read the same page: " + page + " and " + rows.read());
      }
      // A compiler that shares two cores with what it compiles takes minutes; a service that was
      // just started is another measurement (B9).
      warmUp(call);
      reading.block(call, new Sample("warm-up"));
      reading.block(rows::read, new Sample("warm-up"));
      Sample values = new Sample("values through the gateway");
      Sample sql = new Sample("the same SQL by JDBC");
      for (int block = 0; block < blocks; block++) {
        reading.block(call, values);
        reading.block(rows::read, sql);
      }
      reading.write(root.resolve("bench/results"), page, values, sql);
    }
  }

  /** How many values a page has, read once; the calls that are measured only take it in. */
  private static int items(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    return call(client, request, HttpResponse.BodyHandlers.ofString())
            .split("\"definitionVersion\"", -1)
            .length
        - 1;
  }

  private static <T> T call(
      HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> reading)
      throws IOException, InterruptedException {
    HttpResponse<T> answer = client.send(request, reading);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("status " + answer.statusCode());
    }
    return answer.body();
  }

  /** As many calls as a few callers can make. */
  private static void warmUp(Callable<Integer> call)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
    Callable<Integer> caller =
        () -> {
          int calls = 0;
          while (System.nanoTime() < end) {
            call.call();
            calls++;
          }
          return calls;
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int calls = 0;
      for (Future<Integer> made : threads.invokeAll(Collections.nCopies(WARM_UP_CALLERS, caller))) {
        calls += made.get();
      }
      System.out.printf("warm after %d calls in %d s%n", calls, WARM_UP_SECONDS);
    }
  }

  /** Calls that are due one after the other, whether or not earlier ones have come back. */
  private void block(Callable<Integer> call, Sample sample) throws InterruptedException {
    Map<String, Integer> refusals = new ConcurrentHashMap<>();
    Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
    long interval = 1_000_000_000L / rate;
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < rate * seconds; i++) {
        long due = begin + i * interval;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        underWay.acquire();
        threads.execute(() -> {
          try {
            call.call();
            synchronized (sample) {
              sample.add(System.nanoTime() - due);
            }
          } catch (Exception broken) {
            refusals.merge(broken.toString(), 1, Integer::sum);
          } finally {
            underWay.release();
          }
        });
      }
    }
    if (!refusals.isEmpty()) {
      throw new IllegalStateException("calls failed: " + refusals);
    }
  }

  private void write(Path folder, int page, Sample values, Sample sql) throws IOException {
    double overhead = values.millis(50) - sql.millis(50);
    String machine = OwnGateway.machine();
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("b4.md"),
        String.format(
            Locale.ROOT,
            """
            ## B4: reading indicator values

            %d values a page, %d calls a second, due one after the other; blocks of %d s by turns.

            | what | calls | p50 ms | p99 ms |
            | --- | --- | --- | --- |
            | %s | %d | %.1f | %.1f |
            | %s | %d | %.1f | %.1f |

            Overhead at p50: %.1f ms (to reach: 3). p99: %.1f ms (to reach: 25). %s.
            """,
            page,
            rate,
            seconds,
            values.name(),
            values.count(),
            values.millis(50),
            values.millis(99),
            sql.name(),
            sql.count(),
            sql.millis(50),
            sql.millis(99),
            overhead,
            values.millis(99),
            machine));
    Files.writeString(
        folder.resolve("b4.json"),
        String.format(
            Locale.ROOT,
            "{\"scenario\": \"B4\", \"overheadP50Ms\": %.3f, \"p99Ms\": %.3f, \"machine\": \"%s\"}%n",
            overhead,
            values.millis(99),
            machine));
  }

  /** The reference: the rows of the page, read whole, over as many connections as a service has. */
  private static final class Rows implements AutoCloseable {
    private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(DATABASE_CONNECTIONS);
    private final List<Connection> all = new ArrayList<>();

    Rows(String url, String password) throws SQLException {
      for (int i = 0; i < DATABASE_CONNECTIONS; i++) {
        Connection connection = DriverManager.getConnection(url, "indicators", password);
        all.add(connection);
        free.add(connection);
      }
    }

    int read() throws SQLException, InterruptedException {
      Connection connection = free.take();
      try (PreparedStatement query = connection.prepareStatement(SQL)) {
        query.setString(1, "93");
        query.setInt(2, PAGE);
        int rows = 0;
        try (ResultSet row = query.executeQuery()) {
          int columns = row.getMetaData().getColumnCount();
          while (row.next()) {
            for (int column = 1; column <= columns; column++) {
              row.getString(column);
            }
            rows++;
          }
        }
        return rows;
      } finally {
        free.add(connection);
      }
    }

    @Override
    public void close() throws SQLException {
      for (Connection connection : all) {
        connection.close();
      }
    }
  }
}
