package fr.cadran.local.process;

import fr.cadran.local.installation.Installation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Ends a process and everything it started; asks first, insists after a while. */
public final class Termination {
  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private Termination() {}

  /** How a process is asked to end. */
  public enum Signal {
    /** The usual request. */
    TERM,
    /** PostgreSQL's fast shutdown; its answer to TERM is to wait for every client to leave. */
    INT
  }

  /** How a process ended. */
  public enum Outcome {
    ENDED,
    /** It did not answer in time and was killed. */
    KILLED,
    /** It is still there: it belongs to another user, or hangs in the kernel. */
    REMAINS
  }

  /** Ends the process; returns when it is gone or nothing more can be done. */
  public static Outcome end(ProcessIdentity identity, Signal signal, Duration grace)
      throws InterruptedException {
    Optional<ProcessHandle> found = ProcessHandle.of(identity.pid());
    if (found.isEmpty() || !identity.isAlive()) {
      return Outcome.ENDED;
    }
    ProcessHandle handle = found.get();
    List<ProcessIdentity> family = new ArrayList<>();
    handle.descendants().forEach(child -> ProcessIdentity.of(child.pid()).ifPresent(family::add));
    send(handle, signal);
    boolean asked = await(List.of(identity), grace);
    if (asked) {
      await(family, Duration.ofSeconds(2));
    }
    family.add(identity);
    List<ProcessIdentity> left = family.stream().filter(ProcessIdentity::isAlive).toList();
    left.forEach(one -> ProcessHandle.of(one.pid()).ifPresent(ProcessHandle::destroyForcibly));
    if (!await(left, LAST_WAIT)) {
      return Outcome.REMAINS;
    }
    return asked ? Outcome.ENDED : Outcome.KILLED;
  }

  private static void send(ProcessHandle handle, Signal signal) throws InterruptedException {
    if (signal == Signal.INT && interrupt(handle.pid())) {
      return;
    }
    handle.destroy();
  }

  /** Java cannot send SIGINT, the system's own command can. */
  private static boolean interrupt(long pid) throws InterruptedException {
    try {
      Process kill =
          new ProcessBuilder("kill", "-INT", Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return kill.waitFor(5, TimeUnit.SECONDS) && kill.exitValue() == 0;
    } catch (IOException e) {
      System.err.println("cadran: kill is not available (" + Installation.reason(e) + ").");
      return false;
    }
  }

  private static boolean await(List<ProcessIdentity> processes, Duration longest)
      throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    while (processes.stream().anyMatch(ProcessIdentity::isAlive)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(STEP);
    }
    return true;
  }
}
