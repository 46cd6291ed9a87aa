package fr.cadran.local.command;

import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import picocli.CommandLine.Command;

/** Prints the base URL of the gateway. */
@Command(
    name = "url",
    description = "Print the gateway's base URL.",
    mixinStandardHelpOptions = true)
public final class UrlCommand implements Runnable {
  @Override
  public void run() {
    System.out.println("http://127.0.0.1:" + Installation.current().ports().of(PartName.GATEWAY));
  }
}
