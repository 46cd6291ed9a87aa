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
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/**
 * A yearly run of 1,000 contracts: each has just come to its first anniversary, with its dialogue
 * closed and six envelopes a mission; one call of the calendar writes every line with its trace and
 * its event, durably, in the running service. The contracts are put into the database of the
 * service beforehand; the reference is one insert and one commit of the same number of rows. Writes
 * {@code bench/results/yearly-run.md} and {@code .json}.
 */
public final class YearlyRun {
  private static final int CONTRACTS = 1_000;
  private static final String BANDS =
      """
      {"kind": "BANDS", "bands": [{"upTo": 0, "pays": 0}, {"upTo": 0.25, "pays": 0.25},
       {"upTo": 0.50, "pays": 0.50}, {"upTo": 0.75, "pays": 0.75}, {"upTo": 1.00, "pays": 1.00}]}
      """;

  private YearlyRun() {}

  /** Runs the measurement; arguments: root of the checkout, gateway URL, administrator's token. */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    Path root = Path.of(args[0]);
    Properties secrets = new Properties();
    Path home =
        Path.of(Objects.requireNonNullElse(System.getenv("CADRAN_HOME"), root + "/.cadran"));
    try (InputStream file = Files.newInputStream(home.resolve("secrets.properties"))) {
      secrets.load(file);
    }
    String port = Objects.requireNonNullElse(System.getenv("CADRAN_PORT_DATABASE"), "5433");
    try (Connection database =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/contracts",
                "contracts",
                secrets.getProperty("database.contracts"));
        HttpClient client = HttpClient.newHttpClient()) {
      runAll(client, args[1], args[2]);
      long before = lines(database);
      seed(database);
      long start = System.nanoTime();
      runAll(client, args[1], args[2]);
      double seconds = (System.nanoTime() - start) / 1e9;
      long written = lines(database) - before;
      double reference = reference(database, written);
      if (written < CONTRACTS) {
        throw new IllegalStateException("the run wrote " + written + " lines only");
      }
      String machine =
          "%d processors, Java %s, %s"
              .formatted(
                  Runtime.getRuntime().availableProcessors(),
                  Runtime.version(),
                  System.getProperty("os.name"));
      Path folder = Files.createDirectories(root.resolve("bench/results"));
      Files.writeString(
          folder.resolve("yearly-run.md"),
          String.format(
              Locale.ROOT,
              """
              ## Yearly run of %d contracts

              Through the gateway, every line with its trace and its event, one transaction a contract.

              | what | lines | s |
              | --- | --- | --- |
              | yearly run | %d | %.1f |
              | the same rows copied by one statement | %d | %.1f |

              To reach: 60 s. %s.
              """,
              CONTRACTS,
              written,
              seconds,
              written,
              reference,
              machine));
      Files.writeString(
          folder.resolve("yearly-run.json"),
          String.format(
              Locale.ROOT,
              "{\"scenario\": \"yearly-run\", \"contracts\": %d, \"lines\": %d, \"seconds\": %.3f,"
                  + " \"referenceSeconds\": %.3f, \"machine\": \"%s\"}%n",
              CONTRACTS,
              written,
              seconds,
              reference,
              machine));
    }
  }

  private static void runAll(HttpClient client, String gateway, String token)
      throws IOException, InterruptedException {
    String answer;
    do {
      answer = run(client, gateway, token);
      if (!answer.contains("\"failed\":0")) {
        throw new IllegalStateException("the calendar could not compute everything: " + answer);
      }
    } while (answer.contains("\"more\":true"));
  }

  private static String run(HttpClient client, String gateway, String token)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(gateway + "/v1/calendar-runs"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofMinutes(5))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the calendar answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static void seed(Connection database) throws SQLException {
    LocalDate anniversary = LocalDate.now(ZoneId.of("Europe/Paris"));
    LocalDate signed = anniversary.minusYears(1);
    String facts = facts(signed, signed.plusMonths(3), signed.plusYears(1));
    database.setAutoCommit(false);
    try (PreparedStatement ledger =
            database.prepareStatement(
                "insert into contract_ledger (contract_id, cpts_id, caisse, facts_version,"
                    + " line_count, next_due_on) values (?, ?, '931', 1, 0, ?)");
        PreparedStatement version =
            database.prepareStatement(
                "insert into contract_facts (contract_id, version, facts, recorded_at)"
                    + " values (?, 1, cast(? as jsonb), ?)")) {
      for (int i = 0; i < CONTRACTS; i++) {
        UUID contract = UUID.randomUUID();
        ledger.setObject(1, contract);
        ledger.setObject(2, UUID.randomUUID());
        ledger.setObject(3, anniversary);
        ledger.addBatch();
        version.setObject(1, contract);
        version.setString(2, facts);
        version.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
        version.addBatch();
      }
      ledger.executeBatch();
      version.executeBatch();
    }
    database.commit();
  }

  private static String facts(LocalDate signed, LocalDate started, LocalDate closed) {
    StringBuilder missions = new StringBuilder();
    StringBuilder results = new StringBuilder();
    for (String mission :
        new String[] {"ACCES_SOINS", "PARCOURS", "PREVENTION", "QUALITE", "ACCOMPAGNEMENT"}) {
      boolean access = mission.equals("ACCES_SOINS");
      missions
          .append(missions.isEmpty() ? "" : ", ")
          .append(
              """
              {"mission": "%s", "startedOn": "%s", "snpCompensation": %s, "snpOrientation": %s, "annexes":
                [{"fromYear": 1, "indicators": [
                  {"code": "a", "weight": 0.5, "targets": {"1": 15}, "scale": %s},
                  {"code": "b", "weight": 0.5, "targets": {"1": 15}, "scale": %s}]}]}
              """
                  .formatted(mission, started, access, access, BANDS, BANDS));
      for (String code : new String[] {"a", "b"}) {
        results
            .append(results.isEmpty() ? "" : ", ")
            .append(
                "{\"mission\": \"%s\", \"code\": \"%s\", \"value\": 10}".formatted(mission, code));
      }
    }
    return """
    {"signedOn": "%s", "terms": [{"from": "%s", "fundingTable": "ACI-2019", "version": 1, "size": 2}],
     "missions": [%s], "closings": {"1": {"closedOn": "%s", "results": [%s]}}, "crises": []}
    """
        .formatted(signed, signed, missions, closed, results);
  }

  private static long lines(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from ledger_line")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static double reference(Connection database, long rows) throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "create temporary table copied_line as select * from ledger_line order by posted_at desc"
              + " limit "
              + rows);
    }
    database.commit();
    return (System.nanoTime() - start) / 1e9;
  }
}
