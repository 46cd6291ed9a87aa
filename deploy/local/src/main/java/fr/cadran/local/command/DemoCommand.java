package fr.cadran.local.command;

import fr.cadran.local.demo.DemoData;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.Secrets;
import fr.cadran.local.launch.Progress;
import picocli.CommandLine.Command;

/** Loads the demo data. */
@Command(
    name = "demo",
    description = "Load the demo data through the gateway; what is there already stays.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Runnable {
  @Override
  public void run() {
    Installation installation = Installation.current();
    RunningParts.require(installation);
    Progress progress = new Progress(System.out);
    new DemoData(installation, installation.ports(), new Secrets(installation))
        .load(what -> progress.say("demo", what));
  }
}
