package fr.cadran.local.process;

import fr.cadran.local.installation.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds parts of this installation that run without a record: their launcher was killed between two
 * steps, or somebody deleted the state folder under them. Every part carries the home folder in its
 * command line for this purpose.
 */
public final class Orphans {
  private Orphans() {}

  /** The argument that marks a Java part as belonging to an installation. */
  public static String mark(Installation installation) {
    return "-Dcadran.home=" + installation.home();
  }

  /** Marked processes, and PostgreSQL servers on our data folder, that no record knows. */
  public static List<ProcessIdentity> find(Installation installation) {
    Set<ProcessIdentity> known =
        RunRecord.readAll(installation).stream()
            .map(RunRecord::identity)
            .collect(Collectors.toSet());
    String mark = mark(installation);
    String data = installation.database().toString();
    long self = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses()
        .filter(handle -> handle.pid() != self)
        .filter(handle -> belongs(arguments(handle), mark, data))
        .flatMap(handle -> ProcessIdentity.of(handle.pid()).stream())
        .filter(identity -> !known.contains(identity))
        .toList();
  }

  static boolean belongs(List<String> arguments, String mark, String data) {
    if (arguments.contains(mark)) {
      return true;
    }
    return !arguments.isEmpty()
        && arguments.getFirst().endsWith("/bin/postgres")
        && arguments.contains(data);
  }

  private static List<String> arguments(ProcessHandle handle) {
    Path file = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
    if (Files.isReadable(file)) {
      try {
        return List.of(
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0", -1));
      } catch (IOException e) {
        // It ended while we looked.
        return List.of();
      }
    }
    return handle
        .info()
        .arguments()
        .map(rest ->
            java.util.stream.Stream.concat(
                    handle.info().command().stream(), java.util.Arrays.stream(rest))
                .toList())
        .orElse(List.of());
  }
}
