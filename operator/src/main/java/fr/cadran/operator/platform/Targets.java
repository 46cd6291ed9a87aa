package fr.cadran.operator.platform;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts: what the environment names, else the embedded platform of this checkout. Draws
 * no secret and makes no folder: where nothing was ever started there is nothing to look after.
 */
public final class Targets {
  /** The services that keep data. */
  public static final List<String> SERVICES = List.of("centres", "indicators", "contracts");

  private final Map<String, String> environment;
  private final @Nullable Installation installation;

  /**
   * @param environment the variables the user set
   * @param installation the embedded platform, null without one
   */
  public Targets(Map<String, String> environment, @Nullable Installation installation) {
    this.environment = Map.copyOf(environment);
    this.installation = installation;
  }

  /** As the process was started. */
  public static Targets current() {
    boolean inCheckout = System.getProperty("cadran.root") != null;
    return new Targets(System.getenv(), inCheckout ? Installation.current() : null);
  }

  /**
   * The database of a service.
   *
   * @throws LaunchFailure when neither the environment nor an installation tells
   */
  public ServiceDatabase database(String service) {
    String prefix = "CADRAN_DATABASE_" + service.toUpperCase(Locale.ROOT) + "_";
    String url = environment.get(prefix + "URL");
    if (url != null) {
      return new ServiceDatabase(
          service,
          url,
          environment.getOrDefault(prefix + "USER", service),
          environment.getOrDefault(prefix + "PASSWORD", ""));
    }
    Installation embedded = embedded(prefix + "URL");
    Properties secrets = Installation.read(embedded.secretsFile());
    Ports ports = embedded.ports();
    return new ServiceDatabase(
        service,
        "jdbc:postgresql://127.0.0.1:" + ports.of(PartName.DATABASE) + "/" + service,
        service,
        secrets.getProperty("database." + service, ""));
  }

  /** The broker as {@code HOST:PORT}. */
  public String broker() {
    String named = environment.get("CADRAN_BROKER");
    return named == null
        ? "127.0.0.1:" + embedded("CADRAN_BROKER").ports().of(PartName.BROKER)
        : named;
  }

  /** The address of the gateway, for example {@code http://127.0.0.1:8080}. */
  public String gateway() {
    String named = environment.get("CADRAN_GATEWAY");
    return named == null
        ? "http://127.0.0.1:" + embedded("CADRAN_GATEWAY").ports().of(PartName.GATEWAY)
        : named;
  }

  /**
   * The bearer token to call the platform with.
   *
   * @throws LaunchFailure when the environment holds none
   */
  public String token() {
    String token = environment.get("CADRAN_TOKEN");
    if (token == null || token.isBlank()) {
      throw new LaunchFailure("CADRAN_TOKEN is not set: ./platform token admin prints one.");
    }
    return token;
  }

  private Installation embedded(String variable) {
    Installation here = installation;
    if (here == null || !here.exists()) {
      throw new LaunchFailure(
          "nothing was started here (./platform up) and " + variable + " is not set.");
    }
    return here;
  }
}
