package fr.cadran.local.installation;

import fr.cadran.local.LaunchFailure;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The TCP ports of one installation, all on loopback. An environment variable wins over what the
 * installation used last, which wins over the default: so a port chosen once stays chosen until
 * {@code down --wipe}. Where the parts are not on this machine's loopback, as between containers,
 * {@code CADRAN_ADDRESS_<part>} says how a part is reached; to everybody else it stays on its port.
 */
public final class Ports {
  /** The port on which the broker elects its controller; by default the broker's port plus one. */
  public static final String CONTROLLER_VARIABLE = "CADRAN_PORT_CONTROLLER";

  /** The port of the gateway's own metrics, for operators; by default its port plus 1000. */
  public static final String MANAGEMENT_VARIABLE = "CADRAN_PORT_MANAGEMENT";

  private static final String CONTROLLER = "controller";
  private static final String MANAGEMENT = "management";
  private static final int MANAGEMENT_AWAY = 1_000;
  private static final int HIGHEST = 65_535;

  private final Map<PartName, Integer> byPart;
  private final int controller;
  private final int management;
  private final Map<String, String> environment;

  private Ports(
      Map<PartName, Integer> byPart,
      int controller,
      int management,
      Map<String, String> environment) {
    this.byPart = byPart;
    this.controller = controller;
    this.management = management;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Chooses the ports.
   *
   * @throws LaunchFailure when a value is not a port number or two parts share one
   */
  public static Ports choose(Map<String, String> environment, Properties usedLast) {
    Map<PartName, Integer> byPart = new EnumMap<>(PartName.class);
    for (PartName name : PartName.values()) {
      byPart.put(
          name,
          choose(
              environment,
              name.portVariable(),
              usedLast.getProperty(name.label()),
              name.defaultPort()));
    }
    int broker = byPart.getOrDefault(PartName.BROKER, PartName.BROKER.defaultPort());
    // A broker moved by its variable takes its controller along, whatever was used last.
    boolean moved = environment.containsKey(PartName.BROKER.portVariable());
    int controller =
        choose(
            environment,
            CONTROLLER_VARIABLE,
            moved ? null : usedLast.getProperty(CONTROLLER),
            broker + 1);
    int gateway = byPart.getOrDefault(PartName.GATEWAY, PartName.GATEWAY.defaultPort());
    boolean elsewhere = environment.containsKey(PartName.GATEWAY.portVariable());
    int management =
        choose(
            environment,
            MANAGEMENT_VARIABLE,
            elsewhere ? null : usedLast.getProperty(MANAGEMENT),
            gateway + MANAGEMENT_AWAY <= HIGHEST
                ? gateway + MANAGEMENT_AWAY
                : gateway - MANAGEMENT_AWAY);
    refuseShared(byPart, controller, management);
    return new Ports(byPart, controller, management, environment);
  }

  public int of(PartName name) {
    Integer port = byPart.get(name);
    return port == null ? name.defaultPort() : port;
  }

  /** The base URL under which users and issuers of tokens know a part. */
  public String url(PartName name) {
    return "http://127.0.0.1:" + of(name);
  }

  /** The base URL at which this process reaches a part. */
  public String address(PartName name) {
    String given = environment.get(name.addressVariable());
    return given == null || given.isBlank() ? url(name) : given.strip();
  }

  public int controller() {
    return controller;
  }

  public int management() {
    return management;
  }

  /** What to remember for the next run. */
  public Properties asProperties() {
    Properties properties = new Properties();
    byPart.forEach((name, port) -> properties.setProperty(name.label(), Integer.toString(port)));
    properties.setProperty(CONTROLLER, Integer.toString(controller));
    properties.setProperty(MANAGEMENT, Integer.toString(management));
    return properties;
  }

  private static int choose(
      Map<String, String> environment, String variable, @Nullable String last, int otherwise) {
    String given = environment.get(variable);
    if (given != null && !given.isBlank()) {
      return parse(variable, given);
    }
    return last == null ? otherwise : parse("ports.properties", last);
  }

  private static int parse(String where, String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 1 && port <= HIGHEST) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw notAPort(where, text, e);
    }
    throw notAPort(where, text, null);
  }

  private static LaunchFailure notAPort(String where, String text, @Nullable Exception cause) {
    String sentence = where + "='" + text + "' is not a port number (1 to " + HIGHEST + ").";
    return cause == null ? new LaunchFailure(sentence) : new LaunchFailure(sentence, cause);
  }

  private static void refuseShared(Map<PartName, Integer> byPart, int controller, int management) {
    Map<Integer, String> seen = new HashMap<>();
    seen.put(controller, "the broker's controller");
    if (controller == management) {
      throw new LaunchFailure(
          "port "
              + controller
              + " is given to both the broker's controller and the gateway's metrics.");
    }
    seen.put(management, "the gateway's metrics");
    byPart.forEach((name, port) -> {
      String other = seen.put(port, name.label());
      if (other != null) {
        throw new LaunchFailure(
            "port " + port + " is given to both " + other + " and " + name.label() + ".");
      }
    });
  }
}
