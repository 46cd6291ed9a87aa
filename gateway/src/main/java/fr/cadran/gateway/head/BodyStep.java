package fr.cadran.gateway.head;

import fr.cadran.gateway.door.AdmissionStep;
import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.route.GatewayProblem;
import fr.cadran.gateway.route.RouteTable;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemCode;
import fr.cadran.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body as large and as packed as the route takes. A length that is not told is counted while it
 * streams; a packed body can grow a thousandfold in the service, so a route must ask for it.
 */
@Singleton
class BodyStep implements AdmissionStep {
  private static final int LONGEST_LENGTH = 18;

  @Override
  public int order() {
    return HEAD + 20;
  }

  @Override
  public Future<Void> admit(Call call) {
    return call.route()
        .flatMap(route -> refusal(call.request(), route))
        .<Future<Void>>map(code -> Future.failedFuture(ProblemException.of(code)))
        .orElseGet(Future::succeededFuture);
  }

  private static Optional<ProblemCode> refusal(HttpServerRequest request, RouteTable.Route route) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && !isNumber(length)) {
      return Optional.of(GatewayProblem.HEADERS_REFUSED);
    }
    if (length != null && Long.parseLong(length) > route.maxBody()) {
      return Optional.of(KitProblem.BODY_TOO_LARGE);
    }
    return isTaken(request.getHeader(HttpHeaders.CONTENT_ENCODING), route)
        ? Optional.empty()
        : Optional.of(GatewayProblem.ENCODING_REFUSED);
  }

  private static boolean isNumber(String length) {
    return !length.isEmpty()
        && length.length() <= LONGEST_LENGTH
        && length.chars().allMatch(one -> one >= '0' && one <= '9');
  }

  private static boolean isTaken(@Nullable String encoding, RouteTable.Route route) {
    return encoding == null || route.encodings().contains(encoding.toLowerCase(Locale.ROOT));
  }
}
