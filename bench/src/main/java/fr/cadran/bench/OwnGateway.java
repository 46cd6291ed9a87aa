package fr.cadran.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway of its own for a scenario: the product as built, with quotas that never end. */
final class OwnGateway {
  private OwnGateway() {}

  /** Starts it; gives its address. */
  static String start(Processes processes, Path root, Map<String, String> more)
      throws IOException, InterruptedException {
    Path jar = root.resolve("gateway/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException("the gateway is not built; ./platform up builds it");
    }
    int port = Processes.freePort();
    Map<String, String> settings = new HashMap<>(more);
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    settings.put("QUARKUS_MANAGEMENT_PORT", "0");
    settings.put("CADRAN_GATEWAY_QUOTA_GROUPS_DEFAULT", "1000000000");
    String address = "http://127.0.0.1:" + port;
    processes.start(
        "gateway",
        List.of(java(), "-Xmx256m", "-jar", jar.toString()),
        settings,
        address + "/q/health/live");
    return address;
  }

  /**
   * The settings of one that stands beside that of the running platform, before the same services.
   */
  static Map<String, String> besideThePlatform() {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "QUARKUS_OIDC_AUTH_SERVER_URL",
        "http://127.0.0.1:" + port("IDENTITY", 8090) + "/realms/cadran");
    settings.put("CADRAN_GATEWAY_UPSTREAM_CENTRES", service("CENTRES", 8081));
    settings.put("CADRAN_GATEWAY_UPSTREAM_INDICATORS", service("INDICATORS", 8082));
    settings.put("CADRAN_GATEWAY_UPSTREAM_CONTRACTS", service("CONTRACTS", 8083));
    return settings;
  }

  private static String service(String part, int standard) {
    return "http://127.0.0.1:" + port(part, standard);
  }

  /** The port of a part of the running platform. */
  static int port(String part, int standard) {
    String given = System.getenv("CADRAN_PORT_" + part);
    return given == null ? standard : Integer.parseInt(given);
  }

  /** The program that this scenario itself runs on. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static String machine() {
    return "%d processors, Java %s, %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            Runtime.version(),
            System.getProperty("os.name"));
  }
}
