package fr.cadran.local.part;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.http.Http;
import fr.cadran.local.identity.Realm;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import fr.cadran.local.process.Spawner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keycloak from its own distribution, augmented once for PostgreSQL and started optimised. The
 * realm is applied through its administration API when the server is up.
 */
public final class IdentityPart implements Part {
  /**
   * Options of the build. Health answers on the main port, so that a second installation needs no
   * second management port; features nobody uses here are off.
   */
  private static final List<String> BUILD_OPTIONS =
      List.of(
          "--db=postgres",
          "--cache=local",
          "--health-enabled=true",
          "--http-management-health-enabled=false",
          "--features-disabled=account,authzen,ciba,device-flow,docker,identity-brokering-api,"
              + "impersonation,kerberos,organization,passkeys,recovery-codes,"
              + "step-up-authentication-saml,twitter-broker,update-email,web-authn,workflows");

  private final Installation installation;
  private final Ports ports;
  private final Secrets secrets;
  private final Path server;

  public IdentityPart(Installation installation, Ports ports, Secrets secrets, Path server) {
    this.installation = installation;
    this.ports = ports;
    this.secrets = secrets;
    this.server = server;
  }

  @Override
  public PartName name() {
    return PartName.IDENTITY;
  }

  @Override
  public List<Integer> ports() {
    return List.of(ports.of(PartName.IDENTITY));
  }

  @Override
  public void prepare(Spawner spawner, Consumer<String> tell) throws InterruptedException {
    Path marker = server.resolve("cadran-build-options");
    String wanted = String.join("\n", BUILD_OPTIONS) + "\n" + Runtime.version().feature() + "\n";
    try {
      if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
        return;
      }
      Files.deleteIfExists(marker);
      tell.accept("preparing the server, once");
      List<String> command =
          java.util.stream.Stream.concat(
                  java.util.stream.Stream.of("sh", server.resolve("bin/kc.sh").toString(), "build"),
                  BUILD_OPTIONS.stream())
              .toList();
      spawner.run(
          "identity-build",
          new Spawner.Launch(command, Map.of("JAVA_HOME", System.getProperty("java.home")), server),
          installation.logs().resolve("identity-build.log"),
          Duration.ofMinutes(10),
          line -> {});
      Files.writeString(marker, wanted, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LaunchFailure(
          "identity cannot be prepared in " + server + " (" + Installation.reason(e) + ").", e);
    }
  }

  /** As {@code kc.sh start} does, without the shell between us and the server's process. */
  @Override
  public Spawner.Launch launch() {
    int port = ports.of(PartName.IDENTITY);
    List<String> command = JavaCommand.of(installation, PartName.IDENTITY, "384m");
    command.addAll(
        List.of(
            "-XX:MetaspaceSize=96M",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Dkc.home.dir=" + server,
            "-Djboss.server.config.dir=" + server.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-cp",
            server.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            "start",
            "--optimized",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=http://127.0.0.1:" + port,
            "--db-url=" + DatabasePart.url(ports, "keycloak"),
            "--db-username=keycloak",
            "--db-pool-initial-size=1",
            "--db-pool-max-size=10",
            "--shutdown-delay=0s"));
    Map<String, String> settings = new HashMap<>();
    // By environment, because a command line is there for every user to read.
    settings.put("KC_DB_PASSWORD", secrets.of(DatabasePart.secretOf("keycloak")));
    settings.put("KC_BOOTSTRAP_ADMIN_USERNAME", Realm.ADMINISTRATOR);
    settings.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of(Realm.ADMINISTRATOR_SECRET));
    return new Spawner.Launch(command, settings, installation.home());
  }

  @Override
  public boolean isReady() {
    return Http.answers(
        URI.create("http://127.0.0.1:" + ports.of(PartName.IDENTITY) + "/health/ready"));
  }

  @Override
  public void complete(Consumer<String> tell) {
    new Realm(installation, ports, secrets).apply(tell);
  }
}
