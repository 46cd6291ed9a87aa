package fr.cadran.testing.infra;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Stops the PostgreSQL server when this JVM dies without running its shutdown hooks (kill -9). A
 * shell waits for the end of its input, which the operating system closes with the JVM.
 */
final class ParentDeath {

  private static final String GUARD =
      """
      trap '' INT TERM HUP
      cat >/dev/null
      if [ -f "$1/postmaster.pid" ]; then kill -QUIT "$(head -n 1 "$1/postmaster.pid")"; fi
      while [ -f "$1/postmaster.pid" ] && kill -0 "$(head -n 1 "$1/postmaster.pid")" 2>/dev/null
      do sleep 0.1; done
      rm -rf "$1"
      """;

  private ParentDeath() {}

  static void stopPostgres(Path data) throws IOException {
    if (File.separatorChar == '\\') {
      return; // No shell: on Windows only the shutdown hook stops the server.
    }
    Process guard =
        new ProcessBuilder("sh", "-c", GUARD, "cadran-postgres-guard", data.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // The hook keeps the process object, and with it the pipe, reachable: a collected pipe closes.
    Runtime.getRuntime().addShutdownHook(new Thread(guard::isAlive));
  }
}
