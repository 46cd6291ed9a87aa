package fr.cadran.operator;

import fr.cadran.local.LaunchFailure;
import fr.cadran.operator.audit.AuditCommand;
import fr.cadran.operator.deadletter.DeadLettersCommand;
import fr.cadran.operator.ledger.VerificationCommand;
import fr.cadran.operator.purge.PurgeCommand;
import fr.cadran.operator.rebuild.RebuildCommand;
import fr.cadran.operator.recomputation.RecomputeCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code ./cadran}. */
@Command(
    name = "./cadran",
    description = "Looks after a platform: the one of this checkout, or one named by environment.",
    mixinStandardHelpOptions = true,
    version = "Cadran 0.1.0-SNAPSHOT",
    subcommands = {
      AuditCommand.class,
      DeadLettersCommand.class,
      PurgeCommand.class,
      RebuildCommand.class,
      RecomputeCommand.class,
      VerificationCommand.class
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  CADRAN_DATABASE_CENTRES_URL       jdbc:postgresql://HOST:PORT/NAME; also _USER and",
      "                                    _PASSWORD; likewise _INDICATORS_ and _CONTRACTS_",
      "  CADRAN_DATABASE_REBUILT_URL       an empty database for 'rebuild'; also _USER, _PASSWORD",
      "  CADRAN_BROKER                     HOST:PORT of the broker",
      "  CADRAN_GATEWAY                    http://HOST:PORT of the gateway",
      "  CADRAN_TOKEN                      bearer token of an administrator, for 'recompute'",
      "  CADRAN_HOME                       folder of the embedded platform's state, which",
      "                                    gives what these do not (default: .cadran)"
    })
public final class Cadran implements Runnable {
  /** Everything asked for was done, and all is well. */
  public static final int SOUND = 0;

  /** A fault was found. */
  public static final int FAULT = 1;

  /** Something could not be looked at. */
  public static final int NOT_CHECKED = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command. */
  public static void main(String[] arguments) {
    // What libraries have to say is for developers; failures come as exceptions.
    Logger.getLogger("").setLevel(Level.OFF);
    System.exit(commandLine().execute(arguments));
  }

  /** The command with all below it. */
  public static CommandLine commandLine() {
    return new CommandLine(new Cadran())
        .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int report(Exception failure, CommandLine command) {
    String sentence =
        failure instanceof LaunchFailure known
            ? known.sentence()
            : "unexpected failure: " + failure;
    command.getErr().println("cadran: " + sentence);
    return NOT_CHECKED;
  }
}
