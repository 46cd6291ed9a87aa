package fr.cadran.operator.audit;

import fr.cadran.events.audit.AuditHeadAnchored;
import fr.cadran.local.LaunchFailure;
import fr.cadran.operator.Cadran;
import fr.cadran.operator.platform.Targets;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the heads of the chains, to be kept where nobody of this platform can write. */
@Command(
    name = "head",
    description = {
      "Print the head of each chain, one JSON object a line: keep them elsewhere, and give them",
      "to 'audit verify --heads' later."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every head was printed", "3:a chain could not be read"})
public final class HeadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  private final Targets targets;

  /** For the platform that the environment or this checkout names. */
  public HeadCommand() {
    this(Targets.current());
  }

  HeadCommand(Targets targets) {
    this.targets = targets;
  }

  @Override
  public Integer call() throws IOException {
    int worst = Cadran.SOUND;
    for (String service : Targets.SERVICES) {
      try (Connection connection = targets.database(service).connectReadOnly();
          Statement select = connection.createStatement();
          ResultSet row =
              select.executeQuery(
                  "select sequence, hash from audit_entry order by sequence desc limit 1")) {
        if (row.next()) {
          spec.commandLine()
              .getOut()
              .println(
                  Anchors.json(
                      new AuditHeadAnchored(
                          service, row.getLong(1), row.getString(2), Instant.now())));
        }
      } catch (SQLException | LaunchFailure unreadable) {
        spec.commandLine().getErr().println("cadran: " + service + ": " + unreadable.getMessage());
        worst = Cadran.NOT_CHECKED;
      }
    }
    return worst;
  }
}
