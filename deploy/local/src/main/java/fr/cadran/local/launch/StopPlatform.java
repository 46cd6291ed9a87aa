package fr.cadran.local.launch;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.process.Orphans;
import fr.cadran.local.process.ProcessIdentity;
import fr.cadran.local.process.RunRecord;
import fr.cadran.local.process.Termination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Ends every process of the installation: who uses others goes before those it uses. */
public final class StopPlatform {
  private static final List<PartName> START_ORDER = List.of(PartName.values());
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Installation installation;
  private final Progress progress;

  public StopPlatform(Installation installation, Progress progress) {
    this.installation = installation;
    this.progress = progress;
  }

  /**
   * Stops everything.
   *
   * @return how many processes were running
   * @throws LaunchFailure when one remains
   */
  public int run() throws InterruptedException {
    List<String> remaining = new ArrayList<>();
    int running = 0;
    for (RunRecord run : inOrder(RunRecord.readAll(installation))) {
      if (run.identity().isAlive()) {
        running++;
        // Deleted first: who watches the part then knows that its end is wanted.
        RunRecord.delete(installation, run.name());
        end(run.name(), run.identity(), signal(run.name()), remaining);
      }
      RunRecord.delete(installation, run.name());
    }
    for (ProcessIdentity orphan : Orphans.find(installation)) {
      running++;
      end("earlier run", orphan, Termination.Signal.INT, remaining);
    }
    if (!remaining.isEmpty()) {
      throw new LaunchFailure(
          String.join(", ", remaining) + " could not be ended; look at the process yourself.");
    }
    return running;
  }

  private void end(
      String name, ProcessIdentity identity, Termination.Signal signal, List<String> remaining)
      throws InterruptedException {
    long begin = System.nanoTime();
    Termination.Outcome outcome = Termination.end(identity, signal, GRACE);
    String took = String.format(java.util.Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9);
    switch (outcome) {
      case ENDED -> progress.say(name, "stopped in " + took);
      case KILLED -> progress.say(name, "did not stop when asked and was killed after " + took);
      case REMAINS -> remaining.add(name + " (pid " + identity.pid() + ")");
    }
  }

  private static List<RunRecord> inOrder(List<RunRecord> runs) {
    return runs.stream()
        .sorted(java.util.Comparator.comparingInt(run -> -rank(run.name())))
        .toList();
  }

  /** Jobs, which are no parts, come first of all. */
  private static int rank(String name) {
    return part(name).map(START_ORDER::indexOf).orElse(START_ORDER.size());
  }

  private static Termination.Signal signal(String name) {
    return part(name).filter(PartName.DATABASE::equals).isPresent()
        ? Termination.Signal.INT
        : Termination.Signal.TERM;
  }

  private static Optional<PartName> part(String name) {
    return Arrays.stream(PartName.values()).filter(one -> one.label().equals(name)).findFirst();
  }
}
