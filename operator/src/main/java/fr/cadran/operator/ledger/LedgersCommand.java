package fr.cadran.operator.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.contracts.payment.persistence.JdbcLedgerCheck;
import fr.cadran.kit.type.Euros;
import fr.cadran.local.LaunchFailure;
import fr.cadran.operator.Cadran;
import fr.cadran.operator.platform.Targets;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Computes every ledger again from its facts. */
@Command(
    name = "ledgers",
    description = {
      "Compute the ledger of every contract again, run by run, from the facts and lines that each",
      "run had before it, with the engine that writes them: amount, kind, day and explanation of",
      "every line, lines that are missing, lines that are too many. Changes nothing."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every ledger holds",
      "1:one does not",
      "2:the command line is wrong",
      "3:the database could not be read, or there is no such contract"
    })
public final class LedgersCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int PROGRESS_EVERY = 100;

  @Option(names = "--contract", paramLabel = "ID", description = "One contract; without it, all.")
  private @Nullable UUID contract;

  @Option(names = "--json", description = "Print one JSON object instead of sentences.")
  private boolean json;

  @Option(names = "--dry-run", description = "Say what would be read, and compute nothing.")
  private boolean dryRun;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Targets targets;

  /** For the platform that the environment or this checkout names. */
  public LedgersCommand() {
    this(Targets.current());
  }

  LedgersCommand(Targets targets) {
    this.targets = targets;
  }

  @Override
  public Integer call() {
    ObjectNode report = JSON.createObjectNode();
    int exitCode;
    try (Connection connection = targets.database("contracts").connectReadOnly()) {
      JdbcLedgerCheck check = new JdbcLedgerCheck(connection);
      List<UUID> contracts = chosen(check.contracts());
      report.put("contracts", contracts.size());
      exitCode = dryRun ? Cadran.SOUND : check(check, contracts, report);
    } catch (SQLException unreadable) {
      throw new LaunchFailure(
          "the database of the contracts cannot be read: " + unreadable.getMessage());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.put("exitCode", exitCode).toPrettyString());
    } else if (dryRun) {
      out.printf("would compute %d ledgers%n", report.path("contracts").asInt());
    } else {
      out.printf(
          "%d ledgers, %d hold; %d lines, %s euros%n",
          report.path("contracts").asInt(),
          report.path("sound").asInt(),
          report.path("lines").asLong(),
          report.path("ordered").asText());
    }
    out.flush();
    return exitCode;
  }

  private List<UUID> chosen(List<UUID> all) {
    UUID one = contract;
    if (one == null) {
      return all;
    }
    if (!all.contains(one)) {
      throw new LaunchFailure("no contract " + one + " has a ledger.");
    }
    return List.of(one);
  }

  private int check(JdbcLedgerCheck check, List<UUID> contracts, ObjectNode report)
      throws SQLException {
    ArrayNode findings = JSON.createArrayNode();
    long lines = 0;
    int sound = 0;
    int done = 0;
    Euros ordered = Euros.ZERO;
    for (UUID one : contracts) {
      JdbcLedgerCheck.Verdict verdict = check.check(one);
      lines += verdict.lines();
      ordered = ordered.plus(verdict.ordered());
      sound += verdict.findings().isEmpty() ? 1 : 0;
      for (JdbcLedgerCheck.Finding finding : verdict.findings()) {
        findings
            .addObject()
            .put("contract", one.toString())
            .put("position", finding.position())
            .put("fault", finding.fault().name())
            .put("why", finding.why());
        if (!json) {
          spec.commandLine()
              .getOut()
              .printf(
                  "%s line %d: %s, %s%n", one, finding.position(), finding.fault(), finding.why());
        }
      }
      done++;
      if (done % PROGRESS_EVERY == 0 || done == contracts.size()) {
        spec.commandLine().getErr().printf("%d of %d ledgers%n", done, contracts.size());
      }
    }
    report
        .put("sound", sound)
        .put("lines", lines)
        .put("ordered", ordered.amount())
        .set("findings", findings);
    return findings.isEmpty() ? Cadran.SOUND : Cadran.FAULT;
  }
}
