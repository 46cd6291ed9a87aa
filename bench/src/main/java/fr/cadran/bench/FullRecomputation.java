package fr.cadran.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/**
 * B6: a full recomputation in the running service, every indicator and gain of every centre, each
 * compared with what is stored; then the same with ten times as many centres. The centres are put
 * into the database of the service beforehand, with the content of the demo's records. The
 * reference is one SQL aggregate over the same inputs. Writes {@code bench/results/b6.md} and
 * {@code .json}; what it put there is taken away at the end.
 */
public final class FullRecomputation {
  private static final int QUARTERS = 20;
  private static final int TENFOLD = 10;
  private static final int STANDARD_CENTRES = 250;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** No centre has such a number: 99 is no département. */
  private static final String MADE_UP = "9980%";

  private static final String AGGREGATE =
      """
      SELECT r.finess, sum((r.content #>> '{patients,appointments}')::numeric),
             sum((r.content #>> '{patients,passages}')::numeric), sum(a.acts), sum(a.revenue)
      FROM quarterly_record r,
           LATERAL (SELECT sum((line ->> 'acts')::numeric) AS acts, sum((line ->> 'revenue')::numeric) AS revenue
                    FROM jsonb_array_elements(r.content -> 'activity') line) a
      GROUP BY r.finess ORDER BY r.finess
      """;

  private final HttpClient client;
  private final String gateway;
  private final String token;
  private final Connection database;

  private FullRecomputation(HttpClient client, String gateway, String token, Connection database) {
    this.client = client;
    this.gateway = gateway;
    this.token = token;
    this.database = database;
  }

  /**
   * Runs the measurement; arguments: root of the checkout, gateway URL, administrator's token, and
   * optionally the number of centres of the larger run.
   */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    Path root = Path.of(args[0]);
    int centres = args.length > 3 ? Integer.parseInt(args[3]) : STANDARD_CENTRES;
    Properties secrets = new Properties();
    Path home =
        Path.of(Objects.requireNonNullElse(System.getenv("CADRAN_HOME"), root + "/.cadran"));
    try (InputStream file = Files.newInputStream(home.resolve("secrets.properties"))) {
      secrets.load(file);
    }
    String port = Objects.requireNonNullElse(System.getenv("CADRAN_PORT_DATABASE"), "5433");
    try (Connection database =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/indicators",
                "indicators",
                secrets.getProperty("database.indicators"));
        HttpClient client = HttpClient.newHttpClient()) {
      FullRecomputation bench = new FullRecomputation(client, args[1], args[2], database);
      bench.takeAway();
      try {
        bench.run(root, centres);
      } finally {
        bench.takeAway();
      }
    }
  }

  private void run(Path root, int centres) throws IOException, InterruptedException, SQLException {
    seed(0, centres / TENFOLD);
    recompute();
    Result few = recompute();
    double fewReference = reference();
    seed(centres / TENFOLD, centres);
    Result first = recompute();
    execute("VACUUM (ANALYZE) indicator_value");
    Result many = recompute();
    double manyReference = reference();
    if (many.changed > 0) {
      throw new IllegalStateException("a second computation must change nothing: " + many);
    }
    // What both runs share with the demo's own centres counts as well.
    // The demo's centres have fewer quarters than those that are made up.
    double perCentre = (double) (many.values - few.values) / (centres - centres / TENFOLD);
    double growth = (double) many.values / few.values;
    Path folder = Files.createDirectories(root.resolve("bench/results"));
    Files.writeString(
        folder.resolve("b6.md"),
        String.format(
            Locale.ROOT,
            """
            ## B6: full recomputation

            %d quarters a centre, every indicator and gain, each compared with what is stored; through the operator's call.

            | what | centres | values | s | values/s |
            | --- | --- | --- | --- | --- |
            | full recomputation | %d | %d | %.1f | %.0f |
            | full recomputation | %d | %d | %.1f | %.0f |
            | first computation, which writes all | %d | %d | %.1f | %.0f |
            | one SQL aggregate over the same inputs | %d | - | %.2f | - |
            | one SQL aggregate over the same inputs | %d | - | %.2f | - |

            %.1f times the values in %.1f times the time (to reach: cost linear, 10 times in 11). 2,500 such centres by this pace: %.0f s (to reach: 60). %s.
            """,
            QUARTERS,
            few.centres,
            few.values,
            few.seconds,
            few.values / few.seconds,
            many.centres,
            many.values,
            many.seconds,
            many.values / many.seconds,
            first.centres,
            first.values,
            first.seconds,
            first.values / first.seconds,
            few.centres,
            fewReference,
            many.centres,
            manyReference,
            growth,
            many.seconds / few.seconds,
            2_500 * perCentre * many.seconds / many.values,
            OwnGateway.machine()));
    Files.writeString(
        folder.resolve("b6.json"),
        String.format(
            Locale.ROOT,
            "{\"scenario\": \"B6\", \"centres\": %d, \"quarters\": %d, \"values\": %d, \"seconds\": %.3f,"
                + " \"tenthSeconds\": %.3f, \"referenceSeconds\": %.3f, \"machine\": \"%s\"}%n",
            many.centres,
            QUARTERS,
            many.values,
            many.seconds,
            few.seconds,
            manyReference,
            OwnGateway.machine()));
  }

  private Result recompute() throws IOException, InterruptedException {
    long start = System.nanoTime();
    JsonNode state =
        send(
            HttpRequest.newBuilder(URI.create(gateway + "/v1/recomputations"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"dryRun\": false}")));
    URI address = URI.create(gateway + "/v1/recomputations/" + state.path("id").asText());
    while (!state.path("state").asText().equals("DONE")) {
      Thread.sleep(PAUSE);
      state = send(HttpRequest.newBuilder(address).GET());
    }
    if (state.path("centresFailed").asInt() > 0) {
      throw new IllegalStateException("centres failed: " + state);
    }
    return new Result(
        state.path("centresDone").asInt(),
        state.path("valuesComputed").asLong() + state.path("gainsComputed").asLong(),
        state.path("valuesChanged").asLong() + state.path("gainsChanged").asLong(),
        (System.nanoTime() - start) / 1e9);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofMinutes(1))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private void seed(int from, int to) throws SQLException {
    try (PreparedStatement centre =
            database.prepareStatement(
                "INSERT INTO centre (finess, version, name, manager_kind, commune_code, departement, region)"
                    + " SELECT '9980' || lpad(i::text, 5, '0'), 1, 'Mesure ' || i, 'MUNICIPAL', '2A004', '2A', '94'"
                    + " FROM generate_series(?, ?) i");
        PreparedStatement record =
            database.prepareStatement(
                """
                INSERT INTO quarterly_record (finess, quarter, version, content, submitted_at, received_at)
                SELECT '9980' || lpad(i::text, 5, '0'), (2010 + q / 4) || '-Q' || (1 + q % 4), 1, s.content, now(), now()
                FROM generate_series(?, ?) i, generate_series(0, ? - 1) q,
                     (SELECT row_number() OVER (ORDER BY finess, quarter) - 1 AS n, count(*) OVER () AS all_of_them, content
                      FROM quarterly_record WHERE finess LIKE '9399000%' AND version = 1) s
                WHERE s.n = (i * 8 + q) % s.all_of_them
                """)) {
      centre.setInt(1, from);
      centre.setInt(2, to - 1);
      centre.executeUpdate();
      record.setInt(1, from);
      record.setInt(2, to - 1);
      record.setInt(3, QUARTERS);
      if (record.executeUpdate() != (to - from) * QUARTERS) {
        throw new IllegalStateException("the demo data is not loaded: no record to measure with");
      }
    }
  }

  private double reference() throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(AGGREGATE)) {
      while (rows.next()) {
        rows.getBigDecimal(2);
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void takeAway() throws SQLException {
    for (String table :
        new String[] {
          "recomputation_pending",
          "recomputation_difference",
          "potential_gain",
          "indicator_value",
          "quarterly_record",
          "centre"
        }) {
      execute("DELETE FROM " + table + " WHERE finess LIKE '" + MADE_UP + "'");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private record Result(int centres, long values, long changed, double seconds) {}
}
