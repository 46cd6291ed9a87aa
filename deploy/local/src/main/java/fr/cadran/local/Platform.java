package fr.cadran.local;

import fr.cadran.local.command.ClientCommand;
import fr.cadran.local.command.DemoCommand;
import fr.cadran.local.command.DownCommand;
import fr.cadran.local.command.LogsCommand;
import fr.cadran.local.command.StatusCommand;
import fr.cadran.local.command.TokenCommand;
import fr.cadran.local.command.UpCommand;
import fr.cadran.local.command.UrlCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code ./platform}. */
@Command(
    name = "./platform",
    description = "Runs the whole of Cadran on this machine, from its real parts, on loopback.",
    mixinStandardHelpOptions = true,
    version = "Cadran 0.1.0-SNAPSHOT",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      UrlCommand.class,
      TokenCommand.class,
      ClientCommand.class,
      DemoCommand.class,
      LogsCommand.class
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  CADRAN_HOME            folder of all state (default: .cadran in the checkout)",
      "  CADRAN_SERVICE_OPTIONS more options of our own Java programs (start is tuned, not speed:",
      "                         -XX:TieredStopAtLevel=4 gives them their peak)",
      "  CADRAN_PORT_GATEWAY    8080   also _CENTRES 8081, _INDICATORS 8082,",
      "                                _CONTRACTS 8083, _IDENTITY 8090, _BROKER 9092,",
      "                                _CONTROLLER (broker + 1), _DATABASE 5433,",
      "                                _MANAGEMENT (gateway + 1000: its metrics);",
      "                         a port given once is kept until down --wipe",
      "  JAVA_HOME              a JDK 25 or later, when yours is not in a usual place"
    })
public final class Platform implements Runnable {
  @Option(
      names = "--verbose",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show the whole cause of a failure.")
  private boolean verbose;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Starts the launcher. */
  public static void main(String[] arguments) {
    Platform platform = new Platform();
    System.exit(
        new CommandLine(platform)
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> platform.report(failure, command))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  private int report(Exception failure, CommandLine command) {
    String sentence =
        failure instanceof LaunchFailure known
            ? known.sentence()
            : "unexpected failure: " + failure + " (--verbose tells more).";
    if (!sentence.isEmpty()) {
      command.getErr().println("cadran: " + sentence);
    }
    if (verbose) {
      failure.printStackTrace(command.getErr());
    }
    return 1;
  }
}
