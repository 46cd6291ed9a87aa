package fr.cadran.operator.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups what is about the audit. */
@Command(
    name = "audit",
    description = "The audit: who did what, in one chain of hashes for each service.",
    mixinStandardHelpOptions = true,
    subcommands = {VerifyCommand.class, HeadCommand.class})
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
