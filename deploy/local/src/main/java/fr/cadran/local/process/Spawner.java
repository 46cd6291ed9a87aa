package fr.cadran.local.process;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts every process of one launcher run and writes its record in the same step. Once closed it
 * starts nothing more, so that whoever stops everything afterwards misses nothing.
 */
public final class Spawner {
  private final Installation installation;
  private boolean closed;

  public Spawner(Installation installation) {
    this.installation = installation;
  }

  /** A process just started and the record that lies on disk for it. */
  public record Spawned(Process process, RunRecord record) {}

  /**
   * What to start.
   *
   * @param command the program and its arguments
   * @param settings environment variables to set
   * @param directory the folder in which it runs
   */
  public record Launch(List<String> command, Map<String, String> settings, Path directory) {}

  /**
   * Starts a process.
   *
   * @throws LaunchFailure when it cannot be started or everything is being stopped
   */
  public synchronized Spawned start(
      String name, int port, String fingerprint, Launch launch, Path log) {
    if (closed) {
      throw LaunchFailure.interrupted();
    }
    Process process =
        DetachedProcess.start(launch.command(), launch.settings(), launch.directory(), log);
    ProcessIdentity identity =
        ProcessIdentity.of(process.pid())
            .orElseThrow(() ->
                new LaunchFailure(name + " stopped as soon as it was started; its log: " + log));
    RunRecord run = new RunRecord(name, identity, port, fingerprint);
    run.write(installation);
    return new Spawned(process, run);
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  /** Starts nothing more from now on. */
  public synchronized void close() {
    closed = true;
  }

  /**
   * Runs a program to its end.
   *
   * @param onLine receives each line of its output
   * @throws LaunchFailure when it fails or takes too long
   */
  public void run(String name, Launch launch, Path log, Duration longest, Consumer<String> onLine)
      throws InterruptedException {
    Spawned job = start(name, 0, "", launch, log);
    long deadline = System.nanoTime() + longest.toNanos();
    int told = 0;
    try {
      boolean ended = false;
      while (!ended) {
        ended = job.process().waitFor(200, TimeUnit.MILLISECONDS);
        List<String> lines = lines(log);
        // The last line may still be growing.
        int whole = ended ? lines.size() : Math.max(told, lines.size() - 1);
        lines.subList(Math.min(told, whole), whole).forEach(onLine);
        told = whole;
        if (!ended && System.nanoTime() > deadline) {
          throw new LaunchFailure(
              name + " took longer than " + longest.toSeconds() + " s; its log: " + log);
        }
      }
    } finally {
      Termination.end(job.record().identity(), Termination.Signal.TERM, Duration.ofSeconds(5));
      RunRecord.delete(installation, name);
    }
    if (job.process().exitValue() != 0) {
      throw new LaunchFailure(
          name
              + " failed (exit code "
              + job.process().exitValue()
              + ")"
              + LogExcerpt.firstError(log).map(error -> ": " + error).orElse("")
              + "; its log: "
              + log);
    }
  }

  private static List<String> lines(Path log) {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      // The program has not written yet.
      return List.of();
    }
  }
}
