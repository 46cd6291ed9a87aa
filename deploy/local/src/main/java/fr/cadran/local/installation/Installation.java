package fr.cadran.local.installation;

import fr.cadran.local.LaunchFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One installation: a checkout with what was built in it, and a home folder ({@code .cadran} unless
 * {@code CADRAN_HOME} says otherwise) with all its state. Two installations share nothing.
 */
public final class Installation {
  private final Path root;
  private final Path home;
  private final Map<String, String> environment;

  /**
   * @param root the checkout
   * @param home the folder of all state; need not exist yet
   * @param environment the variables the user set
   */
  public Installation(Path root, Path home, Map<String, String> environment) {
    this.root = root.toAbsolutePath().normalize();
    this.home = real(home.toAbsolutePath().normalize());
    this.environment = Map.copyOf(environment);
  }

  /** The installation of the checkout from which the {@code platform} script was called. */
  public static Installation current() {
    String root = System.getProperty("cadran.root");
    if (root == null) {
      throw new LaunchFailure("start the launcher through the script ./platform.");
    }
    Map<String, String> environment = System.getenv();
    String home = environment.get("CADRAN_HOME");
    return new Installation(
        Path.of(root),
        home == null || home.isBlank() ? Path.of(root, ".cadran") : Path.of(home),
        environment);
  }

  public Path root() {
    return root;
  }

  public Path home() {
    return home;
  }

  public Map<String, String> environment() {
    return environment;
  }

  public Path logs() {
    return home.resolve("logs");
  }

  public Path log(PartName name) {
    return logs().resolve(name.label() + ".log");
  }

  /** The log of the last build. */
  public Path buildLog() {
    return logs().resolve("build.log");
  }

  public Path runFolder() {
    return home.resolve("run");
  }

  public Path secretsFile() {
    return home.resolve("secrets.properties");
  }

  public Path keys() {
    return home.resolve("keys");
  }

  /** The clients that were added beside those of the demo. */
  public Path clientsFile() {
    return home.resolve("clients.properties");
  }

  public Path database() {
    return home.resolve("postgres");
  }

  public Path broker() {
    return home.resolve("kafka");
  }

  public Path lockFile() {
    return home.resolve("lock");
  }

  /** Whether anything was ever started here. */
  public boolean exists() {
    return Files.isDirectory(home);
  }

  /** Makes the home folder, readable by its owner only, because it holds secrets. */
  public void create() {
    try {
      Files.createDirectories(home);
      if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
      }
      for (Path folder : new Path[] {logs(), runFolder(), keys()}) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new LaunchFailure(
          "the state folder " + home + " cannot be written (" + reason(e) + ").", e);
    }
  }

  public Ports ports() {
    return Ports.choose(environment, read(portsFile()));
  }

  /** Remembers the ports for the next run. */
  public void remember(Ports ports) {
    write(portsFile(), ports.asProperties());
  }

  /** The parts that the last start was asked for; all of them before any start. */
  public Set<PartName> wanted() {
    String names = read(partsFile()).getProperty("parts");
    return names == null
        ? EnumSet.allOf(PartName.class)
        : PartName.closure(List.of(names.split(",", -1)));
  }

  /** Remembers which parts a start was asked for. */
  public void rememberWanted(Set<PartName> wanted) {
    Properties properties = new Properties();
    properties.setProperty(
        "parts", wanted.stream().map(PartName::label).collect(Collectors.joining(",")));
    write(partsFile(), properties);
  }

  /** Reads a properties file of the home folder; empty when it is not there. */
  public static Properties read(Path file) {
    Properties properties = new Properties();
    if (Files.isReadable(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        properties.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return properties;
  }

  /** Writes a properties file whole or not at all, readable by its owner only. */
  public static void write(Path file, Properties properties) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      properties.store(content, null);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    write(file, content.toByteArray());
  }

  /** Writes a file whole or not at all, readable by its owner only. */
  public static void write(Path file, byte[] content) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(fresh);
      if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(fresh, content);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new LaunchFailure(file + " cannot be written (" + reason(e) + ").", e);
    }
  }

  /** What an I/O error says, without a class name where it has words of its own. */
  public static String reason(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private Path portsFile() {
    return home.resolve("ports.properties");
  }

  private Path partsFile() {
    return home.resolve("parts.properties");
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // It does not exist yet: its parent decides, and that may not exist either.
      Path parent = path.getParent();
      Path name = path.getFileName();
      return parent == null || name == null ? path : real(parent).resolve(name);
    }
  }
}
