package fr.cadran.local.command;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.LaunchLock;
import fr.cadran.local.launch.Progress;
import fr.cadran.local.launch.StopPlatform;
import fr.cadran.local.launch.WipeState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops everything. */
@Command(
    name = "down",
    description = "Stop every part; their state stays for the next start.",
    mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
  @Option(names = "--wipe", description = "Also delete all state, passwords and keys.")
  private boolean wipe;

  @Override
  public Integer call() throws InterruptedException {
    Installation installation = Installation.current();
    Progress progress = new Progress(System.out);
    if (!installation.exists()) {
      int orphans = new StopPlatform(installation, progress).run();
      System.out.println(orphans == 0 ? "Nothing was running." : "Stopped.");
      return 0;
    }
    installation.create();
    int running;
    try (LaunchLock lock = LaunchLock.takeOver(installation)) {
      if (!lock.isHeld()) {
        throw new LaunchFailure("the launcher's lock was lost.");
      }
      running = new StopPlatform(installation, progress).run();
      if (wipe) {
        WipeState.of(installation);
      }
    }
    if (wipe) {
      System.out.println("Stopped; " + installation.home() + " is deleted.");
    } else {
      System.out.println(
          running == 0
              ? "Nothing was running."
              : "Stopped; the state stays in " + installation.home() + ".");
    }
    return 0;
  }
}
