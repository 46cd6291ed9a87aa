package fr.cadran.local.process;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts processes in sessions of their own: Ctrl-C in the terminal reaches the launcher only,
 * which then ends its parts in order, and the parts survive a launcher that leaves them behind.
 */
public final class DetachedProcess {
  private static final List<String> FOREIGN_SETTINGS = List.of("KC_", "PG");

  private DetachedProcess() {}

  /**
   * Starts a process whose output goes to a log file; an earlier log is kept as {@code .1}.
   *
   * @throws LaunchFailure when the program cannot be started
   */
  public static Process start(
      List<String> command, Map<String, String> settings, Path directory, Path log) {
    try {
      Path folder = log.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      List<String> line = new ArrayList<>();
      onPath("setsid").ifPresent(setsid -> line.add(setsid.toString()));
      line.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(log.toFile());
      // Settings the user exported for another Keycloak or PostgreSQL must not reach ours.
      builder
          .environment()
          .keySet()
          .removeIf(name -> FOREIGN_SETTINGS.stream().anyMatch(name::startsWith));
      builder.environment().putAll(settings);
      return builder.start();
    } catch (IOException e) {
      throw new LaunchFailure(
          command.getFirst() + " cannot be started (" + Installation.reason(e) + ").", e);
    }
  }

  /** Where a program is found on the PATH. */
  public static Optional<Path> onPath(String program) {
    String path = System.getenv("PATH");
    if (path == null) {
      return Optional.empty();
    }
    return List.of(path.split(File.pathSeparator, -1)).stream()
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
