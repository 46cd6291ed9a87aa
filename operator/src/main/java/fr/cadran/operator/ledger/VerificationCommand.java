package fr.cadran.operator.ledger;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups what computes again and compares. */
@Command(
    name = "verify",
    description = "Compute again what the platform keeps, and compare.",
    mixinStandardHelpOptions = true,
    subcommands = {LedgersCommand.class})
public final class VerificationCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
