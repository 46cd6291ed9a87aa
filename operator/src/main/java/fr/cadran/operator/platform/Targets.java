package fr.cadran.operator.platform;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    return embeddedDatabase(prefix + "URL", service, service);
  }

  /**
   * The database to make anew beside the one in use: the one that the environment names, else
   * {@code SERVICE_rebuilt} of the embedded platform.
   */
  public ServiceDatabase rebuilt(String service) {
    String prefix = "CADRAN_DATABASE_REBUILT_";
    String url = environment.get(prefix + "URL");
    if (url != null) {
      return new ServiceDatabase(
          service,
          url,
          environment.getOrDefault(prefix + "USER", service),
          environment.getOrDefault(prefix + "PASSWORD", ""));
    }
    return embeddedDatabase(prefix + "URL", service, service + "_rebuilt");
  }

  /**
   * Makes the database to rebuild into, where it is one of the embedded platform and missing.
   *
   * @param replace drops it first
   * @throws LaunchFailure when it is not for us to drop
   */
  public void prepareRebuilt(String service, boolean replace) throws SQLException {
    if (environment.containsKey("CADRAN_DATABASE_REBUILT_URL")) {
      if (replace) {
        throw new LaunchFailure("drop the database yourself: --replace is for the embedded one.");
      }
      return;
    }
    String name = service + "_rebuilt";
    try (Connection superuser =
            embeddedDatabase("CADRAN_DATABASE_REBUILT_URL", "postgres", "postgres").connect();
        Statement statement = superuser.createStatement()) {
      // Names are ours: none needs escaping.
      if (replace) {
        statement.execute("drop database if exists " + name + " with (force)");
      }
      boolean there;
      try (ResultSet row =
          statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
        there = row.next();
      }
      if (!there) {
        statement.execute("create database " + name + " owner " + service);
        statement.execute("revoke connect on database " + name + " from public");
      }
    }
  }

  /**
   * The packaged service of this checkout.
   *
   * @throws LaunchFailure outside a checkout
   */
  public Path packaged(String service) {
    Installation here = installation;
    if (here == null) {
      throw new LaunchFailure("name the packaged service with --jar.");
    }
    return here.root().resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
  }

  private ServiceDatabase embeddedDatabase(String variable, String role, String name) {
    Installation embedded = embedded(variable);
    return new ServiceDatabase(
        role,
        "jdbc:postgresql://127.0.0.1:" + embedded.ports().of(PartName.DATABASE) + "/" + name,
        role,
        Installation.read(embedded.secretsFile()).getProperty("database." + role, ""));
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
