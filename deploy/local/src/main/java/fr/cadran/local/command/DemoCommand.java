package fr.cadran.local.command;

import fr.cadran.local.demo.DemoData;
import fr.cadran.local.identity.Realm;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import fr.cadran.local.launch.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads the demo data. */
@Command(
    name = "demo",
    description = "Load the demo data through the gateway; what is there already stays.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Runnable {
  @Option(
      names = "--accounts",
      description = {
        "Bring the demo accounts and clients to the identity server first, for a platform that",
        "another than ./platform up started, for example from containers."
      })
  private boolean accounts;

  @Override
  public void run() {
    Installation installation = Installation.current();
    Ports ports = installation.ports();
    Progress progress = new Progress(System.out);
    if (accounts) {
      installation.create();
      installation.remember(ports);
    }
    RunningParts.require(installation);
    Secrets secrets = new Secrets(installation);
    if (accounts) {
      new Realm(installation, ports, secrets).apply(what -> progress.say("identity", what));
    }
    new DemoData(installation, ports, secrets).load(what -> progress.say("demo", what));
  }
}
