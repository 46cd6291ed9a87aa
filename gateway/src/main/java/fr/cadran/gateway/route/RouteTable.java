package fr.cadran.gateway.route;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The routes in the order in which they are tried: the most exact first. */
@Singleton
public class RouteTable {
  // What our own paths are made of. Everything else (encoded slashes, dots, semicolons, empty
  // segments) is a way to make two readers of one path disagree, so it is refused, not normalised.
  private static final Pattern PLAIN = Pattern.compile("/|(?:/[A-Za-z0-9_~.:-]+)+/?");
  private static final Pattern DOTS = Pattern.compile("(?:^|/)\\.{1,2}(?:/|$)");

  private final List<Route> routes;

  /** Reads the routes, each of which must lead to a service that is known. */
  public RouteTable(GatewayConfig config) {
    this.routes =
        config.routes().stream()
            .map(entry -> Route.of(entry, config))
            .sorted(Comparator.comparingInt(Route::exactness).reversed())
            .toList();
    for (Route route : routes) {
      if (!config.upstream().containsKey(route.service())) {
        throw new IllegalStateException(
            "cadran.gateway.upstream has no address for the service " + route.service());
      }
    }
  }

  /** Whether a path is written in the one plain way that services and gateway read alike. */
  public static boolean isPlain(String path) {
    return PLAIN.matcher(path).matches() && !DOTS.matcher(path).find();
  }

  /** The route of a path, empty when nothing is behind it. */
  public Optional<Route> find(String path) {
    return routes.stream().filter(route -> route.matches(path)).findFirst();
  }

  /**
   * One route.
   *
   * @param path as it is configured
   * @param pattern what matches
   * @param exactness fixed segments before the first wildcard, then fixed segments in all; higher
   *     wins
   * @param service name of the service behind it
   * @param open whether a token is not needed
   * @param group the group of routes whose quota it counts against
   * @param timeout how long the service may take to begin its answer
   * @param maxBody how many bytes a body may have
   * @param bodyTime how long a body may take to arrive
   * @param encodings the codings that a body may have, in lower case
   */
  public record Route(
      String path,
      Pattern pattern,
      int exactness,
      String service,
      boolean open,
      String group,
      Duration timeout,
      long maxBody,
      Duration bodyTime,
      Set<String> encodings) {
    static Route of(GatewayConfig.Entry entry, GatewayConfig config) {
      StringBuilder pattern = new StringBuilder();
      int exactness = 0;
      for (String segment : entry.path().substring(1).split("/", -1)) {
        switch (segment) {
          case "*" -> pattern.append("/[^/]+");
          case "**" -> pattern.append("(?:/.*)?");
          default -> {
            pattern.append('/').append(Pattern.quote(segment));
            exactness++;
          }
        }
      }
      return new Route(
          entry.path(),
          Pattern.compile(pattern.toString()),
          exactness,
          entry.service(),
          entry.open(),
          entry.group(),
          entry.timeout().orElse(config.timeout()),
          entry.maxBody().orElse(config.maxBody()).asLongValue(),
          entry.bodyTime().orElse(config.bodyTime()),
          entry.encodings().orElse(Set.of()));
    }

    boolean matches(String path) {
      return pattern.matcher(path).matches();
    }
  }
}
