package fr.cadran.operator.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.kit.audit.ChainCheck;
import fr.cadran.local.LaunchFailure;
import fr.cadran.operator.Cadran;
import fr.cadran.operator.platform.ServiceDatabase;
import fr.cadran.operator.platform.Targets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Walks the chains and says the first entry that is not as it was written. */
@Command(
    name = "verify",
    description = {
      "Walk the audit of each service from its first entry to its last, and find any change,",
      "removal, insertion or reordering. Heads that the services told the broker, or that a file",
      "holds, also show a chain that was cut at its end or written anew. Changes nothing."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every chain is sound",
      "1:a chain is not",
      "2:the command line is wrong",
      "3:a chain, or the heads kept elsewhere, could not be read"
    })
public final class VerifyCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Only this service: centres, indicators or contracts; may be repeated.")
  private List<String> services = List.of();

  @Option(
      names = "--heads",
      paramLabel = "FILE",
      description = "Heads that 'audit head' wrote and that were kept elsewhere.")
  private @Nullable Path heads;

  @Option(
      names = "--without-broker",
      description = "Do not ask the broker for heads: a cut at the end may then go unseen.")
  private boolean withoutBroker;

  @Option(names = "--json", description = "Print one JSON object instead of sentences.")
  private boolean json;

  @Option(names = "--dry-run", description = "Say what would be read, and read nothing.")
  private boolean dryRun;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Targets targets;

  /** For the platform that the environment or this checkout names. */
  public VerifyCommand() {
    this(Targets.current());
  }

  VerifyCommand(Targets targets) {
    this.targets = targets;
  }

  @Override
  public Integer call() {
    List<String> asked = services.isEmpty() ? Targets.SERVICES : services;
    for (String service : asked) {
      if (!Targets.SERVICES.contains(service)) {
        throw new ParameterException(
            spec.commandLine(), "no such service: " + service + "; there are " + Targets.SERVICES);
      }
    }
    ArrayNode results = JSON.createArrayNode();
    ObjectNode report = JSON.createObjectNode();
    int worst = dryRun ? announce(asked, report) : verify(asked, report, results);
    if (!dryRun) {
      report.set("services", results);
    }
    report.put("exitCode", worst);
    if (json) {
      spec.commandLine().getOut().println(report.toPrettyString());
    }
    return worst;
  }

  private int announce(List<String> asked, ObjectNode report) {
    ArrayNode reads = report.putArray("wouldRead");
    for (String service : asked) {
      reads.add(targets.database(service).toString());
    }
    if (!withoutBroker) {
      reads.add("heads at the broker " + targets.broker());
    }
    if (heads != null) {
      reads.add("heads in " + heads);
    }
    if (!json) {
      reads.forEach(one -> say("would read " + one.asText()));
    }
    return Cadran.SOUND;
  }

  private int verify(List<String> asked, ObjectNode report, ArrayNode results) {
    // Before the chains: a head that is told meanwhile must not seem to be ahead of its chain.
    Anchors anchors = new Anchors();
    int worst = Cadran.SOUND;
    try {
      if (heads != null) {
        anchors.addFromFile(heads);
      }
      if (!withoutBroker) {
        anchors.addFromBroker(targets.broker());
      }
    } catch (IOException | KafkaException unreadable) {
      worst = Cadran.NOT_CHECKED;
      String why = "the heads kept elsewhere could not be read: " + unreadable.getMessage();
      report.put("headsNotRead", why);
      tell("cadran: " + why);
    }
    for (String service : asked) {
      worst = worse(worst, verify(service, anchors, results.addObject()));
    }
    return worst;
  }

  private int verify(String service, Anchors anchors, ObjectNode result) {
    result.put("service", service);
    long begun = System.nanoTime();
    try {
      ServiceDatabase database = targets.database(service);
      ChainWalk.Result walked =
          ChainWalk.walk(
              database,
              anchors.of(service),
              entries -> tell(service + ": " + entries + " entries in order"));
      ChainCheck check = walked.check();
      result.put("entriesInOrder", check.entries());
      result.put("head", check.head());
      result.put("anchoredUpTo", check.anchored());
      result.put("openAttempts", check.openAttempts());
      result.put("seconds", (System.nanoTime() - begun) / 1e9);
      return walked.fault().isEmpty()
          ? sound(service, check, result)
          : faulty(service, walked.fault().get(), result);
    } catch (SQLException | LaunchFailure unreadable) {
      result.put("verdict", "NOT_CHECKED");
      String why =
          unreadable instanceof LaunchFailure known ? known.sentence() : unreadable.getMessage();
      result.put("why", why);
      tell("cadran: " + service + " could not be checked: " + why);
      return Cadran.NOT_CHECKED;
    }
  }

  private int sound(String service, ChainCheck check, ObjectNode result) {
    result.put("verdict", "SOUND");
    if (!json) {
      say(
          service
              + ": sound, "
              + check.entries()
              + " entries, "
              + check.anchored()
              + " of them anchored; attempts without an outcome: "
              + check.openAttempts()
              + "; head "
              + check.head());
    }
    return Cadran.SOUND;
  }

  private int faulty(String service, ChainCheck.Finding fault, ObjectNode result) {
    result.put("verdict", "FAULT");
    result
        .putObject("fault")
        .put("sequence", fault.sequence())
        .put("kind", fault.fault().name())
        .put("why", fault.why());
    if (!json) {
      say(
          service
              + ": NOT SOUND from entry "
              + fault.sequence()
              + " on: "
              + fault.fault()
              + ", "
              + fault.why());
    }
    return Cadran.FAULT;
  }

  /** A fault that was found weighs more than what could not be looked at. */
  private static int worse(int one, int other) {
    return one == Cadran.FAULT || other == Cadran.FAULT ? Cadran.FAULT : Math.max(one, other);
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  /** Progress and complaints never mix with the result. */
  private void tell(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
