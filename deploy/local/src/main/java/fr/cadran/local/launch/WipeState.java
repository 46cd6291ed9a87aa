package fr.cadran.local.launch;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Deletes the state of an installation. */
public final class WipeState {
  /** What a launcher may have put in a home folder, and so all that it may delete there. */
  private static final Set<String> OURS =
      Set.of(
          "logs",
          "run",
          "keys",
          "postgres",
          "postgres.new",
          "postgres.password",
          "kafka",
          "lock",
          "lock.pid",
          "secrets.properties",
          "secrets.properties.new",
          "clients.properties",
          "clients.properties.new",
          "ports.properties",
          "ports.properties.new",
          "parts.properties",
          "parts.properties.new");

  private WipeState() {}

  /**
   * Deletes the home folder; nothing may be running.
   *
   * @throws LaunchFailure when a file resists or is not ours: {@code CADRAN_HOME} may name a folder
   *     that somebody uses for other things too
   */
  public static void of(Installation installation) {
    Path home = installation.home();
    try {
      Set<String> foreign;
      try (Stream<Path> entries = Files.list(home)) {
        foreign =
            entries
                .map(entry -> String.valueOf(entry.getFileName()))
                .filter(name -> !OURS.contains(name))
                .collect(Collectors.toSet());
      }
      for (String name : OURS) {
        delete(home.resolve(name));
      }
      if (!foreign.isEmpty()) {
        throw new LaunchFailure(
            home + " also holds " + String.join(", ", foreign) + ", which is not ours: kept.");
      }
      Files.delete(home);
    } catch (IOException e) {
      throw new LaunchFailure(home + " cannot be deleted (" + Installation.reason(e) + ").", e);
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
