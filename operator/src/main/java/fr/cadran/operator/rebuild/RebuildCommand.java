package fr.cadran.operator.rebuild;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.local.LaunchFailure;
import fr.cadran.operator.Cadran;
import fr.cadran.operator.platform.ServiceDatabase;
import fr.cadran.operator.platform.Targets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the database of a service anew, by the service itself under its profile for that. */
@Command(
    name = "rebuild",
    description = {
      "Make the database of indicators-service anew from the topics, into an empty one: the same",
      "rows with the same ids and times. Nothing is told to anybody, and the database in use is not",
      "touched. docs/operate.md says how to put the new one in its place."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it was made anew, and equals the one in use where that was asked",
      "1:a topic has lost messages, the rebuild failed, or rows differ",
      "2:the command line is wrong",
      "3:broker or database could not be reached, or the database is not empty"
    })
public final class RebuildCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Duration TELL_EVERY = Duration.ofSeconds(2);
  private static final String SERVICE = "indicators";

  @Parameters(paramLabel = "SERVICE", description = "indicators; the others own their data.")
  private String service = "";

  @Option(
      names = "--dry-run",
      description = "Say what would be read and whether the topics are whole, and do nothing.")
  private boolean dryRun;

  @Option(names = "--compare", description = "Then compare with the database in use, row by row.")
  private boolean compare;

  @Option(names = "--resume", description = "Go on where a rebuild was stopped.")
  private boolean resume;

  @Option(
      names = "--replace",
      description = "Drop what an earlier rebuild made; on the embedded platform only.")
  private boolean replace;

  @Option(
      names = "--incomplete",
      description = "Rebuild also when a topic has lost messages or will.")
  private boolean incomplete;

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "The packaged service; by default the one of this checkout.")
  private @Nullable Path jar;

  @Option(names = "--json", description = "Print one JSON object instead of sentences.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Targets targets;

  /** For the platform that the environment or this checkout names. */
  public RebuildCommand() {
    this(Targets.current());
  }

  RebuildCommand(Targets targets) {
    this.targets = targets;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!service.equals(SERVICE)) {
      throw new ParameterException(
          spec.commandLine(), "no such service to rebuild: " + service + "; there is " + SERVICE);
    }
    ObjectNode report = JSON.createObjectNode().put("service", service).put("dryRun", dryRun);
    int exitCode = work(report);
    if (json) {
      spec.commandLine().getOut().println(report.put("exitCode", exitCode).toPrettyString());
    }
    spec.commandLine().getOut().flush();
    return exitCode;
  }

  private int work(ObjectNode report) throws InterruptedException {
    long messages = 0;
    boolean whole = true;
    ArrayNode topics = report.putArray("topics");
    for (SourceTopics.Source source : SourceTopics.look(targets.broker())) {
      messages += source.messages();
      whole &= source.faults().isEmpty();
      ObjectNode topic =
          topics.addObject().put("topic", source.topic()).put("messages", source.messages());
      source.faults().forEach(topic.putArray("faults")::add);
      say(source.topic() + ": " + source.messages() + " messages");
      source.faults().forEach(fault -> say("  " + fault));
    }
    report.put("messages", messages).put("whole", whole);
    ServiceDatabase into = targets.rebuilt(service);
    report.put("into", into.toString());
    if (dryRun) {
      say("would rebuild into " + into);
      return whole ? Cadran.SOUND : Cadran.FAULT;
    }
    if (!whole && !incomplete) {
      say("not rebuilt: the topics are not whole (--incomplete does it all the same)");
      return Cadran.FAULT;
    }
    try {
      targets.prepareRebuilt(service, replace);
      requireEmpty(into);
      int exitCode = run(into, messages, report);
      return exitCode == Cadran.SOUND && compare ? compare(into, report) : exitCode;
    } catch (SQLException refused) {
      throw new LaunchFailure("the database refuses: " + refused.getMessage());
    }
  }

  private void requireEmpty(ServiceDatabase into) throws SQLException {
    try (Connection connection = into.connectReadOnly();
        Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
      row.next();
      if (row.getInt(1) > 0 && !resume) {
        throw new LaunchFailure(
            into + " is not empty: --resume goes on with a rebuild that was stopped.");
      }
    }
  }

  private int run(ServiceDatabase into, long messages, ObjectNode report)
      throws InterruptedException {
    long begun = System.nanoTime();
    Path log;
    Process process;
    try {
      log = Files.createTempFile("cadran-rebuild-", ".log");
      process = start(into, log);
    } catch (IOException unstartable) {
      throw new LaunchFailure("the service cannot be started: " + unstartable.getMessage());
    }
    Thread stop = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      while (!process.waitFor(TELL_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        tell(taken(into) + " of at most " + messages + " messages");
      }
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    long taken = taken(into);
    report.put("taken", taken).put("seconds", (System.nanoTime() - begun) / 1e9);
    if (process.exitValue() != 0) {
      report.put("log", log.toString());
      say("NOT rebuilt: the service ended with " + process.exitValue() + "; its log: " + log);
      return Cadran.FAULT;
    }
    deleteQuietly(log);
    say("rebuilt " + into + ": " + taken + " messages taken in");
    return Cadran.SOUND;
  }

  private Process start(ServiceDatabase into, Path log) throws IOException {
    Path packaged = jar == null ? targets.packaged(service) : jar;
    if (!Files.exists(packaged)) {
      throw new LaunchFailure(packaged + " is missing: build it, or name it with --jar.");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dquarkus.profile=rebuild",
            "-jar",
            packaged.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", targets.broker(),
                "QUARKUS_DATASOURCE_JDBC_URL", into.url(),
                "QUARKUS_DATASOURCE_USERNAME", into.user(),
                "QUARKUS_DATASOURCE_PASSWORD", into.password()));
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** How many events the new database remembers; 0 while it has no tables yet. */
  private static long taken(ServiceDatabase into) {
    try (Connection connection = into.connectReadOnly();
        Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("select count(*) from inbox_event")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException notYet) {
      return 0;
    }
  }

  private int compare(ServiceDatabase into, ObjectNode report) throws SQLException {
    boolean equal = true;
    ArrayNode tables = report.putArray("comparison");
    try (Connection original = targets.database(service).connectReadOnly();
        Connection rebuilt = into.connectReadOnly()) {
      for (RowComparison.Table table : new RowComparison(original, rebuilt).compare()) {
        equal &= table.isEqual();
        ObjectNode told =
            tables
                .addObject()
                .put("table", table.name())
                .put("same", table.same())
                .put("onlyOriginal", table.onlyOriginal())
                .put("onlyRebuilt", table.onlyRebuilt());
        table.examples().forEach(told.putArray("examples")::add);
        say(
            "%s: %d rows the same, %d only in the original, %d only in the rebuilt"
                .formatted(table.name(), table.same(), table.onlyOriginal(), table.onlyRebuilt()));
        table.examples().forEach(example -> say("  " + example));
      }
    }
    report.put("equal", equal);
    return equal ? Cadran.SOUND : Cadran.FAULT;
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      file.toFile().deleteOnExit();
    }
  }

  private void say(String line) {
    if (!json) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(line);
      out.flush();
    }
  }

  private void tell(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
