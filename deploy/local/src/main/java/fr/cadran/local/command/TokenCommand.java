package fr.cadran.local.command;

import fr.cadran.local.identity.Tokens;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a bearer token. */
@Command(
    name = "token",
    description = "Print a bearer token of an account; it lives for five minutes.",
    mixinStandardHelpOptions = true)
public final class TokenCommand implements Runnable {
  @Parameters(
      paramLabel = "ACCOUNT",
      description =
          "ars-idf, ars-93, ars-75, cpam-93, centre-demo, cohorte-demo, cpts-demo, auditor, admin, editor-demo,"
              + " editor-other, or a client that was added with ./platform client add")
  private String account = "";

  @Override
  public void run() {
    Installation installation = Installation.current();
    RunningParts.require(installation);
    System.out.println(
        new Tokens(installation, installation.ports(), new Secrets(installation)).of(account));
  }
}
