package fr.cadran.local.launch;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.build.Build;
import fr.cadran.local.installation.DiskSpace;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.part.Part;
import fr.cadran.local.process.LogExcerpt;
import fr.cadran.local.process.Orphans;
import fr.cadran.local.process.PortOwner;
import fr.cadran.local.process.ProcessIdentity;
import fr.cadran.local.process.RunRecord;
import fr.cadran.local.process.Spawner;
import fr.cadran.local.process.Termination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Brings every asked part up. What already runs and is sound is left alone; what an earlier run
 * left half dead is cleaned up and told. Parts that do not need each other start at the same time.
 * When one fails, what this run started is stopped again and the failure is the one thing said.
 */
public final class StartPlatform {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration ADOPTION = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(150);
  private static final long FIRST_START_MIB = 700;
  private static final long LATER_START_MIB = 150;

  private final Installation installation;
  private final Ports ports;
  private final Parts parts;
  private final Progress progress;
  private final Spawner spawner;
  private final Duration patience;
  private final AtomicReference<LaunchFailure> failure = new AtomicReference<>();
  private final Map<PartName, RunRecord> started = new EnumMap<>(PartName.class);

  /**
   * @param patience how long one part may take from its start until it serves
   */
  public StartPlatform(
      Installation installation,
      Ports ports,
      Progress progress,
      Spawner spawner,
      Duration patience) {
    this.installation = installation;
    this.ports = ports;
    this.parts = new Parts(installation, ports);
    this.progress = progress;
    this.spawner = spawner;
    this.patience = patience;
  }

  /**
   * Starts the parts.
   *
   * @throws LaunchFailure that says which part failed and where its log is
   */
  public void run(Set<PartName> wanted) throws InterruptedException {
    boolean first = !Files.exists(installation.database().resolve("PG_VERSION"));
    DiskSpace.require(
        installation.home(), first ? FIRST_START_MIB : LATER_START_MIB, "to keep the state");
    endOrphans();
    checkPorts(wanted);
    build(wanted);
    installation.remember(ports);
    installation.rememberWanted(wanted);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<PartName, CompletableFuture<Void>> ready = new EnumMap<>(PartName.class);
      for (PartName name : wanted) {
        Part part = parts.of(name);
        // Preparing waits for nobody: the identity server's one long step runs beside the others.
        CompletableFuture<Void> prepared =
            CompletableFuture.runAsync(() -> guarded(part, this::prepare), threads);
        CompletableFuture<?>[] needed =
            name.needs().stream()
                .map(need -> ready.getOrDefault(need, CompletableFuture.completedFuture(null)))
                .toArray(CompletableFuture<?>[]::new);
        ready.put(
            name,
            CompletableFuture.allOf(needed)
                .thenCombine(prepared, (none, nothing) -> part)
                .thenAcceptAsync(one -> guarded(one, this::bring), threads));
      }
      CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      if (spawner.isClosed()) {
        // Ctrl-C: whoever closed the spawner ends the parts, whose ends are no failures.
        throw LaunchFailure.interrupted();
      }
      LaunchFailure cause = failure.get();
      stopStarted();
      throw cause == null
          ? new LaunchFailure("the start failed (" + Installation.reason(e) + ").", e)
          : cause;
    }
  }

  /** A step of a part's start. */
  private interface Step {
    void run(Part part) throws InterruptedException;
  }

  /** Keeps the first failure: those of other parts that follow are only its consequences. */
  private void guarded(Part part, Step step) {
    if (failure.get() != null) {
      throw new CompletionException(failure.get());
    }
    try {
      step.run(part);
    } catch (LaunchFailure e) {
      failure.compareAndSet(null, e);
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    } catch (RuntimeException e) {
      failure.compareAndSet(
          null,
          new LaunchFailure(
              part.name().label()
                  + " could not be started ("
                  + Installation.reason(e)
                  + "); its log: "
                  + installation.log(part.name()),
              e));
      throw new CompletionException(e);
    }
  }

  private void prepare(Part part) throws InterruptedException {
    if (earlier(part).isEmpty()) {
      part.prepare(spawner, what -> progress.say(part.name().label(), what));
    }
  }

  private void bring(Part part) throws InterruptedException {
    String label = part.name().label();
    Spawner.Launch launch = part.launch();
    String fingerprint = fingerprint(launch);
    Optional<RunRecord> earlier = earlier(part);
    if (earlier.isPresent()) {
      Optional<String> reason = reasonToRestart(part, earlier.get(), fingerprint);
      if (reason.isEmpty()) {
        part.complete(what -> progress.say(label, what));
        progress.say(label, "already running (pid " + earlier.get().identity().pid() + ")");
        return;
      }
      progress.say(label, "restarting: " + reason.get());
      end(part, earlier.get());
      part.prepare(spawner, what -> progress.say(label, what));
    } else if (RunRecord.exists(installation, label)) {
      RunRecord.delete(installation, label);
      progress.say(label, "cleared what an earlier run left behind: it did not end properly");
    }
    // Building may have taken minutes, in which another program can have come to the port.
    checkPorts(part);
    long begin = System.nanoTime();
    Spawner.Spawned spawned =
        spawner.start(
            label, ports.of(part.name()), fingerprint, launch, installation.log(part.name()));
    synchronized (started) {
      started.put(part.name(), spawned.record());
    }
    awaitReady(part, spawned, begin);
    part.complete(what -> progress.say(label, what));
    progress.say(
        label,
        String.format(
            Locale.ROOT,
            "ready in %.1f s (port %d, pid %d)",
            (System.nanoTime() - begin) / 1e9,
            ports.of(part.name()),
            spawned.record().identity().pid()));
  }

  private void awaitReady(Part part, Spawner.Spawned spawned, long begin)
      throws InterruptedException {
    String label = part.name().label();
    while (!part.isReady()) {
      LaunchFailure other = failure.get();
      if (other != null) {
        throw other;
      }
      if (!spawned.process().isAlive()) {
        throw new LaunchFailure(
            label
                + " stopped while it was starting (exit code "
                + spawned.process().exitValue()
                + ")"
                + excerpt(part)
                + "; its log: "
                + installation.log(part.name()));
      }
      if (System.nanoTime() - begin > patience.toNanos()) {
        throw new LaunchFailure(
            label
                + " was not ready after "
                + patience.toSeconds()
                + " s"
                + excerpt(part)
                + "; its log: "
                + installation.log(part.name()));
      }
      Thread.sleep(POLL);
    }
    // Something else may have answered in its place, on a port that it could not open.
    if (!spawned.process().isAlive()) {
      throw new LaunchFailure(
          label
              + " stopped while it was starting"
              + excerpt(part)
              + "; its log: "
              + installation.log(part.name()));
    }
  }

  private String excerpt(Part part) {
    return LogExcerpt.firstError(installation.log(part.name()))
        .map(error -> ": " + error)
        .orElse("");
  }

  /** The living process that an earlier run started for the part. */
  private Optional<RunRecord> earlier(Part part) {
    return RunRecord.read(installation, part.name().label())
        .filter(run -> run.identity().isAlive());
  }

  private Optional<String> reasonToRestart(Part part, RunRecord run, String fingerprint)
      throws InterruptedException {
    if (!run.fingerprint().equals(fingerprint)) {
      return Optional.of("its settings have changed");
    }
    Optional<Instant> born = run.identity().started();
    if (part.artifact().isPresent()
        && born.isPresent()
        && modified(part).isAfter(born.get().plusSeconds(1))) {
      return Optional.of("it was built anew");
    }
    long deadline = System.nanoTime() + ADOPTION.toNanos();
    while (!part.isReady()) {
      if (System.nanoTime() > deadline) {
        return Optional.of("it runs since an earlier start but does not answer");
      }
      Thread.sleep(POLL);
    }
    return Optional.empty();
  }

  private static Instant modified(Part part) {
    try {
      return part.artifact().isPresent()
          ? Files.getLastModifiedTime(part.artifact().get()).toInstant()
          : Instant.EPOCH;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endOrphans() throws InterruptedException {
    for (RunRecord run : RunRecord.readAll(installation)) {
      if (isJob(run)) {
        if (run.identity().isAlive()) {
          progress.say(run.name(), "ending what an interrupted run left behind");
          Termination.end(run.identity(), Termination.Signal.TERM, GRACE);
        }
        RunRecord.delete(installation, run.name());
      }
    }
    for (ProcessIdentity orphan : Orphans.find(installation)) {
      progress.say(
          "earlier run",
          "ending a process of this installation that it left behind (pid " + orphan.pid() + ")");
      Termination.end(orphan, Termination.Signal.INT, GRACE);
    }
  }

  private static boolean isJob(RunRecord run) {
    return EnumSet.allOf(PartName.class).stream()
        .noneMatch(name -> name.label().equals(run.name()));
  }

  private void checkPorts(Set<PartName> wanted) {
    for (PartName name : wanted) {
      Part part = parts.of(name);
      if (earlier(part).isPresent()) {
        continue;
      }
      checkPorts(part);
    }
  }

  private void checkPorts(Part part) {
    for (int port : part.ports()) {
      PortOwner.obstacle(port)
          .ifPresent(obstacle -> {
            throw new LaunchFailure(
                part.name().label()
                    + " cannot start: port "
                    + port
                    + " "
                    + obstacle
                    + "; free it or choose another one with "
                    + variable(part, port)
                    + ".");
          });
    }
  }

  private String variable(Part part, int port) {
    if (port == ports.controller()) {
      return Ports.CONTROLLER_VARIABLE;
    }
    return port == ports.management() ? Ports.MANAGEMENT_VARIABLE : part.name().portVariable();
  }

  private void build(Set<PartName> wanted) throws InterruptedException {
    Build build = new Build(installation);
    List<String> missing = build.missing(wanted);
    if (missing.isEmpty()) {
      return;
    }
    progress.say(
        "build",
        String.join(", ", missing)
            + " (takes minutes the first time; log: "
            + installation.buildLog()
            + ")");
    build.run(missing, spawner, what -> progress.say("build", what));
    progress.say("build", "done");
  }

  private void end(Part part, RunRecord run) throws InterruptedException {
    Termination.end(run.identity(), part.signal(), GRACE);
    RunRecord.delete(installation, run.name());
  }

  private void stopStarted() throws InterruptedException {
    spawner.close();
    Map<PartName, RunRecord> mine;
    synchronized (started) {
      mine = new EnumMap<>(started.isEmpty() ? new EnumMap<>(PartName.class) : started);
    }
    if (!mine.isEmpty()) {
      progress.say("stop", "what this run had started");
    }
    for (PartName name :
        EnumSet.allOf(PartName.class).stream()
            .sorted(java.util.Comparator.reverseOrder())
            .toList()) {
      RunRecord run = mine.get(name);
      if (run != null) {
        end(parts.of(name), run);
      }
    }
  }

  private static String fingerprint(Spawner.Launch launch) {
    String text = launch.command() + "\n" + new TreeMap<>(launch.settings());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
