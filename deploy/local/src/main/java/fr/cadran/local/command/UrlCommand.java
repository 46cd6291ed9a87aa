package fr.cadran.local.command;

import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the base URL of the gateway, or of another part. */
@Command(
    name = "url",
    description = "Print the base URL of the gateway, or of another part that speaks HTTP.",
    mixinStandardHelpOptions = true)
public final class UrlCommand implements Runnable {
  @Parameters(
      paramLabel = "PART",
      arity = "0..1",
      defaultValue = "gateway",
      description = "identity, centres, indicators, contracts or gateway (the default)")
  private String part = "gateway";

  @Override
  public void run() {
    System.out.println(Installation.current().ports().url(PartName.of(part)));
  }
}
