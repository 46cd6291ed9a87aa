package fr.cadran.local.build;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.DiskSpace;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.process.Spawner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Has Maven build what is missing or older than its sources, and nothing else. */
public final class Build {
  /** Modules whose sources end up in every service. */
  private static final List<String> SHARED = List.of("event-contracts", "service-kit");

  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final long NEEDED_MIB = 1024;
  private static final Pattern MODULE =
      Pattern.compile("Building (?:Cadran: )?(\\S+).*\\[(\\d+)/(\\d+)]");

  private final Installation installation;

  public Build(Installation installation) {
    this.installation = installation;
  }

  /** The jar that starts a service. */
  public Path serviceJar(PartName name) {
    return installation
        .root()
        .resolve(serviceModule(name))
        .resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** The folder of the unpacked identity server. */
  public Path identityServer() {
    return installation
        .root()
        .resolve("deploy/local/target/identity/keycloak-" + version("keycloak.version"));
  }

  /** The modules that must be built before these parts can start. */
  public List<String> missing(Set<PartName> parts) {
    List<String> modules = new ArrayList<>();
    for (PartName name : parts) {
      switch (name) {
        case DATABASE -> {
          // Its programs come with the launcher's own libraries.
        }
        case BROKER -> {
          String jar = "kafka_2.13-" + version("kafka.broker.version") + ".jar";
          if (!Files.exists(installation.root().resolve("deploy/broker/target/lib").resolve(jar))) {
            modules.add("deploy/broker");
          }
        }
        case IDENTITY -> {
          if (!Files.exists(identityServer().resolve("lib/quarkus-run.jar"))) {
            modules.add("deploy/local");
          }
        }
        case CENTRES, INDICATORS, CONTRACTS, GATEWAY -> {
          if (stale(name)) {
            modules.add(serviceModule(name));
          }
        }
      }
    }
    return modules;
  }

  /**
   * Builds modules.
   *
   * @throws LaunchFailure when the build fails
   */
  public void run(List<String> modules, Spawner spawner, Consumer<String> tell)
      throws InterruptedException {
    DiskSpace.require(installation.root(), NEEDED_MIB, "to build");
    List<String> services =
        modules.stream().filter(module -> !module.equals("deploy/local")).toList();
    if (!services.isEmpty()) {
      maven(
          spawner,
          tell,
          // Not even compiled: half-written tests must not keep the platform down.
          List.of("-Dmaven.test.skip=true", "-pl", String.join(",", services), "-am", "package"));
      markCurrent(services);
    }
    if (modules.contains("deploy/local")) {
      tell.accept("identity server (177 MB when it is not in the local repository yet)");
      // Only this step: packaging the module would rewrite the classes we are running from.
      maven(spawner, tell, List.of("-pl", "deploy/local", "dependency:unpack@identity-server"));
    }
  }

  private void maven(Spawner spawner, Consumer<String> tell, List<String> arguments)
      throws InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                installation.root().resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "-Dstyle.color=never",
                // Whoever edits a source may start it before tidying it; verify is the gate.
                "-Dspotless.check.skip=true"));
    command.addAll(arguments);
    spawner.run(
        "build",
        new Spawner.Launch(
            command, Map.of("JAVA_HOME", System.getProperty("java.home")), installation.root()),
        installation.buildLog(),
        LONGEST,
        line -> {
          Matcher module = MODULE.matcher(line);
          if (module.find()) {
            tell.accept(module.group(1) + " (" + module.group(2) + " of " + module.group(3) + ")");
          }
        });
  }

  /**
   * Maven leaves a jar alone when what changed does not reach it; without a new date it would be
   * built again at every start.
   */
  private void markCurrent(List<String> built) {
    for (PartName name : PartName.values()) {
      if (isService(name)
          && built.contains(serviceModule(name))
          && Files.exists(serviceJar(name))
          && stale(name)) {
        try {
          Files.setLastModifiedTime(serviceJar(name), FileTime.from(Instant.now()));
        } catch (IOException e) {
          throw new LaunchFailure(
              serviceJar(name) + " cannot be written (" + Installation.reason(e) + ").", e);
        }
      }
    }
  }

  private static boolean isService(PartName name) {
    return switch (name) {
      case CENTRES, INDICATORS, CONTRACTS, GATEWAY -> true;
      case DATABASE, BROKER, IDENTITY -> false;
    };
  }

  private boolean stale(PartName name) {
    Path jar = serviceJar(name);
    if (!Files.exists(jar)) {
      return true;
    }
    Path root = installation.root();
    List<Path> sources = new ArrayList<>(List.of(root.resolve("pom.xml")));
    List<String> modules = new ArrayList<>(SHARED);
    modules.add(serviceModule(name));
    for (String module : modules) {
      sources.add(root.resolve(module).resolve("pom.xml"));
      sources.add(root.resolve(module).resolve("src/main"));
    }
    return newerThan(jar, sources);
  }

  /** Whether any file under the sources was changed after the artifact was made. */
  static boolean newerThan(Path artifact, List<Path> sources) {
    try {
      FileTime built = Files.getLastModifiedTime(artifact);
      for (Path source : sources) {
        if (!Files.exists(source)) {
          continue;
        }
        try (Stream<Path> tree = Files.walk(source)) {
          for (Path file : tree.filter(Files::isRegularFile).toList()) {
            if (Files.getLastModifiedTime(file).compareTo(built) > 0) {
              return true;
            }
          }
        }
      }
      return false;
    } catch (IOException e) {
      throw new LaunchFailure("the sources cannot be read (" + Installation.reason(e) + ").", e);
    }
  }

  private static String serviceModule(PartName name) {
    return switch (name) {
      case CENTRES -> "centres-service";
      case INDICATORS -> "indicators-service";
      case CONTRACTS -> "cpts-contract-service";
      case GATEWAY -> "gateway";
      case DATABASE, BROKER, IDENTITY ->
          throw new IllegalArgumentException(name.label() + " is not built from sources here");
    };
  }

  /** Every version stands once, in the root pom. */
  private String version(String property) {
    Path pom = installation.root().resolve("pom.xml");
    try {
      Matcher found =
          Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)</")
              .matcher(Files.readString(pom));
      if (found.find()) {
        return found.group(1).strip();
      }
    } catch (IOException e) {
      throw new LaunchFailure(pom + " cannot be read (" + Installation.reason(e) + ").", e);
    }
    throw new LaunchFailure(pom + " has no property " + property + ".");
  }
}
