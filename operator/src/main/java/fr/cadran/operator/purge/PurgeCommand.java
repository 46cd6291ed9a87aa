package fr.cadran.operator.purge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.local.LaunchFailure;
import fr.cadran.operator.Cadran;
import fr.cadran.operator.platform.Targets;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes idempotency keys, events taken in and events sent, after their time. */
@Command(
    name = "purge",
    description = {
      "Remove what was only remembered for a while: idempotency keys, ids of events taken in, and",
      "events that were sent. Times are ISO 8601, e.g. P90D or PT36H. Data of centres and CPTS,",
      "events that wait, and the audit are never touched."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of it was removed, or counted with --dry-run",
      "2:the command line is wrong, or a time is too short to be safe",
      "3:a database could not be reached or refused"
    })
public final class PurgeCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int ROWS_AT_ONCE = 5_000;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Only this service: centres, indicators or contracts; may be repeated.")
  private List<String> services = List.of();

  @Option(
      names = "--idempotency-keys",
      paramLabel = "TIME",
      description =
          "Keep idempotency keys for this long (default: ${DEFAULT-VALUE}; P1D at least).")
  private Duration idempotencyKeys = Duration.ofDays(2);

  @Option(
      names = "--inbox",
      paramLabel = "TIME",
      description = {
        "Remember events taken in for this long (default: ${DEFAULT-VALUE}; P7D at least). Older",
        "ones would have a second effect if they were delivered again."
      })
  private Duration inbox = Duration.ofDays(90);

  @Option(
      names = "--outbox",
      paramLabel = "TIME",
      description = "Keep events that were sent for this long (default: ${DEFAULT-VALUE}).")
  private Duration outbox = Duration.ofDays(7);

  @Option(names = "--dry-run", description = "Count what would be removed, and remove nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON object instead of lines.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Targets targets;

  /** For the platform that the environment or this checkout names. */
  public PurgeCommand() {
    this(Targets.current());
  }

  PurgeCommand(Targets targets) {
    this.targets = targets;
  }

  /** What goes, by which of its times, after how long. */
  private record Remembered(String name, String table, String time, Duration kept) {}

  @Override
  public Integer call() {
    List<String> asked = services.isEmpty() ? Targets.SERVICES : services;
    for (String service : asked) {
      if (!Targets.SERVICES.contains(service)) {
        throw refused("no such service: " + service + "; there are " + Targets.SERVICES);
      }
    }
    requireAtLeast("--idempotency-keys", idempotencyKeys, Duration.ofDays(1));
    requireAtLeast("--inbox", inbox, Duration.ofDays(7));
    requireAtLeast("--outbox", outbox, Duration.ZERO);
    Instant now = Instant.now();
    ObjectNode report = JSON.createObjectNode().put("dryRun", dryRun);
    ArrayNode results = report.putArray("services");
    int worst = Cadran.SOUND;
    for (String service : asked) {
      worst = Math.max(worst, purge(service, now, results.addObject().put("service", service)));
    }
    if (json) {
      spec.commandLine().getOut().println(report.toPrettyString());
    }
    return worst;
  }

  private void requireAtLeast(String option, Duration given, Duration least) {
    if (given.compareTo(least) < 0) {
      throw refused(option + " is " + given + ", at least " + least + " is safe");
    }
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private int purge(String service, Instant now, ObjectNode result) {
    List<Remembered> all =
        List.of(
            new Remembered("idempotencyKeys", "idempotency_key", "claimed_at", idempotencyKeys),
            new Remembered("inbox", "inbox_event", "received_at", inbox),
            new Remembered("outbox", "outbox_event", "published_at", outbox));
    try (Connection connection = targets.database(service).connect()) {
      for (Remembered one : all) {
        Instant before = now.minus(one.kept());
        long rows =
            dryRun ? count(connection, one, before) : remove(connection, service, one, before);
        result.putObject(one.name()).put("before", before.toString()).put("rows", rows);
        if (!json) {
          PrintWriter out = spec.commandLine().getOut();
          out.printf(
              "%s: %d %s rows before %s%s%n",
              service, rows, one.table(), before, dryRun ? " would go" : " removed");
          out.flush();
        }
      }
      return Cadran.SOUND;
    } catch (SQLException | LaunchFailure refused) {
      String why = refused instanceof LaunchFailure known ? known.sentence() : refused.getMessage();
      result.put("why", why);
      spec.commandLine().getErr().println("cadran: " + service + " was not purged: " + why);
      return Cadran.NOT_CHECKED;
    }
  }

  private static long count(Connection connection, Remembered one, Instant before)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(*) from " + one.table() + " where " + one.time() + " < ?")) {
      select.setObject(1, before.atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** In small transactions, so that nobody waits and an interruption loses nothing. */
  private long remove(Connection connection, String service, Remembered one, Instant before)
      throws SQLException {
    long removed = 0;
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s < ? limit %3$d))"
                .formatted(one.table(), one.time(), ROWS_AT_ONCE))) {
      int rows;
      do {
        delete.setObject(1, before.atOffset(ZoneOffset.UTC));
        rows = delete.executeUpdate();
        removed += rows;
        if (rows == ROWS_AT_ONCE) {
          spec.commandLine()
              .getErr()
              .printf("%s: %d %s rows removed%n", service, removed, one.table());
        }
      } while (rows == ROWS_AT_ONCE);
    }
    return removed;
  }
}
