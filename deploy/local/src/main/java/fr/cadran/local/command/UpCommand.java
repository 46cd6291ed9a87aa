package fr.cadran.local.command;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.demo.DemoData;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.LaunchLock;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import fr.cadran.local.launch.Guide;
import fr.cadran.local.launch.Progress;
import fr.cadran.local.launch.StartPlatform;
import fr.cadran.local.launch.StopPlatform;
import fr.cadran.local.process.RunRecord;
import fr.cadran.local.process.Spawner;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything. */
@Command(
    name = "up",
    description = {
      "Build what is not built, start every part, load the demo data.",
      "Stays in the foreground until Ctrl-C, which stops all, unless -d is given.",
      "What already runs is left alone."
    },
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
  private static final Duration WATCH = Duration.ofSeconds(1);

  @Option(
      names = {"-d", "--detach"},
      description = "Leave the parts running and return.")
  private boolean detach;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description =
          "Start these parts and what they need only, for example --only"
              + " database,broker,identity; no demo data without the gateway.")
  private List<String> only = List.of();

  @Option(names = "--no-demo", description = "Do not load the demo data.")
  private boolean noDemo;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long one part may take to start (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Override
  public Integer call() throws InterruptedException {
    Installation installation = Installation.current();
    Ports ports = installation.ports();
    Set<PartName> wanted = only.isEmpty() ? EnumSet.allOf(PartName.class) : PartName.closure(only);
    installation.create();
    Progress progress = new Progress(System.out);
    Spawner spawner = new Spawner(installation);
    AtomicBoolean stopAtExit = new AtomicBoolean(true);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> stopAll(installation, progress, spawner, stopAtExit), "stop"));
    int code = 0;
    try (LaunchLock lock = takeLock(installation, stopAtExit)) {
      progress.say("platform", "starting in " + installation.home());
      start(installation, ports, progress, spawner, wanted, stopAtExit);
      if (wanted.contains(PartName.GATEWAY) && !noDemo) {
        code = loadDemo(installation, ports, progress);
      }
      if (!lock.isHeld()) {
        throw new LaunchFailure("the launcher's lock was lost.");
      }
    }
    System.out.printf(Locale.ROOT, "%nCadran is up after %.1f s.%n%n", progress.seconds());
    System.out.println(new Guide(installation, ports).text(wanted));
    if (detach) {
      stopAtExit.set(false);
      return code;
    }
    System.out.println("Ctrl-C stops everything.");
    watch(installation, wanted);
    stopAtExit.set(false);
    return code;
  }

  /** A launcher that does not get the lock must not stop what the one that has it starts. */
  private static LaunchLock takeLock(Installation installation, AtomicBoolean stopAtExit) {
    try {
      return LaunchLock.take(installation);
    } catch (LaunchFailure e) {
      stopAtExit.set(false);
      throw e;
    }
  }

  private void start(
      Installation installation,
      Ports ports,
      Progress progress,
      Spawner spawner,
      Set<PartName> wanted,
      AtomicBoolean stopAtExit)
      throws InterruptedException {
    try {
      new StartPlatform(installation, ports, progress, spawner, Duration.ofSeconds(timeout))
          .run(wanted);
    } catch (LaunchFailure e) {
      // It has stopped what it had started; what ran before may go on.
      stopAtExit.set(false);
      throw e;
    }
  }

  /** The platform is of use without its demo data, so a failure here does not stop it. */
  private static int loadDemo(Installation installation, Ports ports, Progress progress) {
    try {
      new DemoData(installation, ports, new Secrets(installation))
          .load(what -> progress.say("demo", what));
      return 0;
    } catch (LaunchFailure e) {
      System.err.println(
          "cadran: " + e.sentence() + " The platform runs; try again with ./platform demo.");
      return 1;
    }
  }

  private static void stopAll(
      Installation installation, Progress progress, Spawner spawner, AtomicBoolean stopAtExit) {
    if (!stopAtExit.getAndSet(false)) {
      return;
    }
    System.out.println();
    spawner.close();
    try {
      new StopPlatform(installation, progress).run();
    } catch (LaunchFailure e) {
      System.err.println("cadran: " + e.sentence());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when another launcher has stopped the platform; tells when a part ends by itself. */
  private static void watch(Installation installation, Set<PartName> wanted)
      throws InterruptedException {
    Set<PartName> told = new HashSet<>();
    while (true) {
      Thread.sleep(WATCH);
      int gone = 0;
      for (PartName name : wanted) {
        Optional<RunRecord> run = RunRecord.read(installation, name.label());
        if (run.isEmpty()) {
          gone++;
        } else if (run.get().identity().isAlive()) {
          told.remove(name);
        } else if (told.add(name)) {
          System.err.println(
              "cadran: "
                  + name.label()
                  + " has stopped by itself; its log: "
                  + installation.log(name)
                  + "; ./platform up -d in another terminal starts it again.");
        }
      }
      if (gone == wanted.size()) {
        System.out.println("Stopped by another ./platform down.");
        return;
      }
    }
  }
}
