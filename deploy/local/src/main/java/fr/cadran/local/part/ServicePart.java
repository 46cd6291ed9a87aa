package fr.cadran.local.part;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.http.Http;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import fr.cadran.local.process.Spawner;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One of Cadran's own services, or the gateway; configured by environment only. */
public final class ServicePart implements Part {
  /** Names more options of the Java programs of our own parts, parted by spaces. */
  static final String OPTIONS = "CADRAN_SERVICE_OPTIONS";

  private final PartName name;
  private final Installation installation;
  private final Ports ports;
  private final Secrets secrets;
  private final Path jar;

  public ServicePart(
      PartName name, Installation installation, Ports ports, Secrets secrets, Path jar) {
    this.name = name;
    this.installation = installation;
    this.ports = ports;
    this.secrets = secrets;
    this.jar = jar;
  }

  @Override
  public PartName name() {
    return name;
  }

  @Override
  public List<Integer> ports() {
    return name == PartName.GATEWAY
        ? List.of(ports.of(name), ports.management())
        : List.of(ports.of(name));
  }

  @Override
  public void prepare(Spawner spawner, Consumer<String> tell) {
    if (!Files.exists(jar)) {
      throw new LaunchFailure(
          name.label()
              + " is not built: "
              + jar
              + " is missing; the build's log: "
              + installation.buildLog());
    }
  }

  @Override
  public Spawner.Launch launch() {
    List<String> command = JavaCommand.of(installation, name, "192m");
    // Later options win: whoever measures, or debugs, says so here.
    command.addAll(asked());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-jar");
    command.add(jar.toString());
    return new Spawner.Launch(command, settings(), installation.home());
  }

  @Override
  public boolean isReady() {
    return Http.answers(URI.create(address(name) + "/q/health/ready"));
  }

  @Override
  public Optional<Path> artifact() {
    return Optional.of(jar);
  }

  private List<String> asked() {
    String options = installation.environment().getOrDefault(OPTIONS, "").strip();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(name)));
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", address(PartName.IDENTITY) + "/realms/cadran");
    settings.put("CADRAN_PUBLIC_URL", address(PartName.GATEWAY));
    settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(PartName.BROKER));
    if (name == PartName.GATEWAY) {
      settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management()));
      for (PartName upstream : List.of(PartName.CENTRES, PartName.INDICATORS, PartName.CONTRACTS)) {
        settings.put("CADRAN_GATEWAY_UPSTREAM_" + upstream.name(), address(upstream));
      }
    }
    String database = name.label();
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", DatabasePart.url(ports, database));
    settings.put("QUARKUS_DATASOURCE_USERNAME", database);
    settings.put("QUARKUS_DATASOURCE_PASSWORD", secrets.of(DatabasePart.secretOf(database)));
    return settings;
  }

  private String address(PartName part) {
    return "http://127.0.0.1:" + ports.of(part);
  }
}
