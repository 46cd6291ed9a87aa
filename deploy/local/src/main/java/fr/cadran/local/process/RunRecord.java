package fr.cadran.local.process;

import fr.cadran.local.installation.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a launcher wrote down about a process it started, so that another launcher, or the same one
 * after a crash, knows it again.
 *
 * @param name the part, or the job (`build`…)
 * @param identity the process
 * @param port the port it listens on; 0 for a job
 * @param fingerprint of the command and settings it was started with
 */
public record RunRecord(String name, ProcessIdentity identity, int port, String fingerprint) {
  private static final String SUFFIX = ".properties";

  /** The record of that name; empty when there is none or it was cut short by a crash. */
  public static Optional<RunRecord> read(Installation installation, String name) {
    Properties values = Installation.read(file(installation, name));
    try {
      String birth = values.getProperty("birth");
      String pid = values.getProperty("pid");
      if (birth == null || pid == null) {
        return Optional.empty();
      }
      return Optional.of(
          new RunRecord(
              name,
              new ProcessIdentity(Long.parseLong(pid), birth),
              Integer.parseInt(values.getProperty("port", "0")),
              values.getProperty("fingerprint", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Every record of the installation. */
  public static List<RunRecord> readAll(Installation installation) {
    if (!Files.isDirectory(installation.runFolder())) {
      return List.of();
    }
    List<RunRecord> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(installation.runFolder())) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .forEach(name -> read(installation, name).ifPresent(found::add));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  public void write(Installation installation) {
    Properties values = new Properties();
    values.setProperty("pid", Long.toString(identity.pid()));
    values.setProperty("birth", identity.birth());
    values.setProperty("port", Integer.toString(port));
    values.setProperty("fingerprint", fingerprint);
    Installation.write(file(installation, name), values);
  }

  /** Whether a record of that name lies there, readable or not. */
  public static boolean exists(Installation installation, String name) {
    return Files.exists(file(installation, name));
  }

  public static void delete(Installation installation, String name) {
    try {
      Files.deleteIfExists(file(installation, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Installation installation, String name) {
    return installation.runFolder().resolve(name + SUFFIX);
  }
}
