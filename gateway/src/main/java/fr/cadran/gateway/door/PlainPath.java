package fr.cadran.gateway.door;

import fr.cadran.gateway.route.GatewayProblem;
import fr.cadran.gateway.route.RouteTable;
import fr.cadran.kit.problem.ProblemException;
import java.util.Optional;

/** The paths that are looked at at all, whoever asks. */
final class PlainPath {
  // Metrics and the like are not for the public door.
  private static final String FRAMEWORK = "/q";
  private static final String HEALTH = "/q/health";

  private PlainPath() {}

  /** Why a path is not for this door; empty when it may be. */
  static Optional<ProblemException> refusal(String path) {
    if (!RouteTable.isPlain(path)) {
      return Optional.of(ProblemException.of(GatewayProblem.PATH_REFUSED));
    }
    if (isWithin(path, FRAMEWORK) && !isWithin(path, HEALTH)) {
      return Optional.of(ProblemException.notFound());
    }
    return Optional.empty();
  }

  private static boolean isWithin(String path, String folder) {
    return path.startsWith(folder)
        && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
  }
}
