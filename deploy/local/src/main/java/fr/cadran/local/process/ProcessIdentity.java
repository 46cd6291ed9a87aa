package fr.cadran.local.process;

import fr.cadran.local.installation.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that cannot be taken for another one: a pid is given again after a while, a pid with
 * its birth is not.
 *
 * @param pid the process id
 * @param birth opaque mark of when the process started, comparable on this machine only
 */
public record ProcessIdentity(long pid, String birth) {
  private static final Path PROC = Path.of("/proc");
  private static final int FIELD_STATE = 0;
  private static final int FIELD_START = 19;

  /** The living process of that pid; empty when there is none or only its remains. */
  public static Optional<ProcessIdentity> of(long pid) {
    if (Files.isReadable(PROC.resolve("self/stat"))) {
      return fromProc(pid);
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(handle -> handle.info().startInstant())
        .map(start -> new ProcessIdentity(pid, Long.toString(start.getEpochSecond())));
  }

  public boolean isAlive() {
    return of(pid).filter(this::equals).isPresent();
  }

  /** How long the process has lived; empty when it is gone. */
  public Optional<Duration> age() {
    return started().map(start -> Duration.between(start, Instant.now()));
  }

  /** When the process started; empty when it is gone. */
  public Optional<Instant> started() {
    return isAlive()
        ? ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant())
        : Optional.empty();
  }

  private static Optional<ProcessIdentity> fromProc(long pid) {
    try {
      String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
      // The command name stands in parentheses and may itself hold spaces and parentheses.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      String state = fields[FIELD_STATE];
      if (state.equals("Z") || state.equals("X")) {
        // Nobody reaped it: in a container the first process often does not. It holds nothing.
        return Optional.empty();
      }
      // Ticks since boot do not move when the clock is set, unlike the start instant Java derives.
      return Optional.of(new ProcessIdentity(pid, boot() + ":" + fields[FIELD_START]));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String boot() {
    Path file = PROC.resolve("sys/kernel/random/boot_id");
    try {
      return Files.isReadable(file) ? Files.readString(file).strip() : "boot";
    } catch (IOException e) {
      return Installation.reason(e);
    }
  }
}
