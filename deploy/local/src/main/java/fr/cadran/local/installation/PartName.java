package fr.cadran.local.installation;

import fr.cadran.local.LaunchFailure;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of the platform, in the order in which they start. */
public enum PartName {
  DATABASE(5433),
  BROKER(9092),
  IDENTITY(8090),
  CENTRES(8081),
  INDICATORS(8082),
  CONTRACTS(8083),
  GATEWAY(8080);

  private final int defaultPort;

  PartName(int defaultPort) {
    this.defaultPort = defaultPort;
  }

  /** The name used on the command line, in file names and in messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int defaultPort() {
    return defaultPort;
  }

  /** The environment variable that overrides the port. */
  public String portVariable() {
    return "CADRAN_PORT_" + name();
  }

  /** The environment variable that says where it is, when it is not on loopback. */
  public String addressVariable() {
    return "CADRAN_ADDRESS_" + name();
  }

  /** The parts that must be ready before this one starts. */
  public List<PartName> needs() {
    return switch (this) {
      case DATABASE, BROKER -> List.of();
      case IDENTITY -> List.of(DATABASE);
      case CENTRES, INDICATORS, CONTRACTS -> List.of(DATABASE, BROKER, IDENTITY);
      case GATEWAY -> List.of(IDENTITY, CENTRES, INDICATORS, CONTRACTS);
    };
  }

  /**
   * Reads a part's label.
   *
   * @throws LaunchFailure when there is no such part
   */
  public static PartName of(String label) {
    return Arrays.stream(values())
        .filter(name -> name.label().equals(label.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new LaunchFailure("there is no part '" + label + "'; parts: " + labels() + "."));
  }

  /**
   * The parts a user asked for together with everything they need.
   *
   * @throws LaunchFailure when a label names no part
   */
  public static Set<PartName> closure(List<String> labels) {
    EnumSet<PartName> wanted = EnumSet.noneOf(PartName.class);
    labels.forEach(label -> add(wanted, of(label)));
    return wanted;
  }

  /** Every label, separated by commas. */
  public static String labels() {
    return Arrays.stream(values()).map(PartName::label).collect(Collectors.joining(", "));
  }

  private static void add(Set<PartName> wanted, PartName name) {
    wanted.add(name);
    name.needs().forEach(needed -> add(wanted, needed));
  }
}
