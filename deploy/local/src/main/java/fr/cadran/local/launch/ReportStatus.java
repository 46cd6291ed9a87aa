package fr.cadran.local.launch;

import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.process.Memory;
import fr.cadran.local.process.ProcessIdentity;
import fr.cadran.local.process.RunRecord;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Looks at each part as it is now. */
public final class ReportStatus {
  private final Installation installation;
  private final Ports ports;

  public ReportStatus(Installation installation, Ports ports) {
    this.installation = installation;
    this.ports = ports;
  }

  /** The states a part can be in. */
  public enum State {
    RUNNING,
    /** The process lives and does not serve: it is starting, or ill. */
    NOT_READY,
    /** It was started and ended by itself, or was killed. */
    DIED,
    DOWN,
    /** Nobody asked for it: the last start named other parts. */
    NOT_ASKED
  }

  /**
   * One line of the report.
   *
   * @param name the part
   * @param state as seen now
   * @param identity its process, when it lives
   * @param port the port it listens on, or would
   */
  public record Line(PartName name, State state, @Nullable ProcessIdentity identity, int port) {
    /** The line as shown: part, state, pid, port, uptime, memory. */
    public String text() {
      Optional<ProcessIdentity> process = Optional.ofNullable(identity);
      OptionalLong memory = process.map(Memory::mib).orElseGet(OptionalLong::empty);
      return String.format(
          Locale.ROOT,
          "%-11s %-10s %8s %6d %10s %10s",
          name.label(),
          state.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          process.map(one -> Long.toString(one.pid())).orElse("-"),
          port,
          process.flatMap(ProcessIdentity::age).map(Line::uptime).orElse("-"),
          memory.isPresent() ? memory.getAsLong() + " MiB" : "-");
    }

    static String uptime(Duration age) {
      long seconds = Math.max(0, age.toSeconds());
      if (seconds < 60) {
        return seconds + " s";
      }
      if (seconds < 3600) {
        return seconds / 60 + " min";
      }
      return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }
  }

  /** The heading of the columns. */
  public static String heading() {
    return String.format(
        Locale.ROOT,
        "%-11s %-10s %8s %6s %10s %10s",
        "part",
        "state",
        "pid",
        "port",
        "uptime",
        "memory");
  }

  /** Every part, asked at the same time. */
  public List<Line> run() {
    Parts parts = new Parts(installation, ports);
    return Arrays.stream(PartName.values()).parallel().map(name -> line(parts, name)).toList();
  }

  private Line line(Parts parts, PartName name) {
    Optional<RunRecord> run = RunRecord.read(installation, name.label());
    if (run.isEmpty()) {
      State state = installation.wanted().contains(name) ? State.DOWN : State.NOT_ASKED;
      return new Line(name, state, null, ports.of(name));
    }
    if (!run.get().identity().isAlive()) {
      return new Line(name, State.DIED, null, run.get().port());
    }
    State state = parts.of(name).isReady() ? State.RUNNING : State.NOT_READY;
    return new Line(name, state, run.get().identity(), run.get().port());
  }
}
