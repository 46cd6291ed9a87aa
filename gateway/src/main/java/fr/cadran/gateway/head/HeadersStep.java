package fr.cadran.gateway.head;

import fr.cadran.gateway.door.AdmissionStep;
import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.route.GatewayProblem;
import fr.cadran.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;

/**
 * Headers that say one thing. Two tokens, two lengths, a length beside chunks or a coding we do not
 * know are ways to make two readers of one request disagree, so they are refused, not interpreted.
 */
@Singleton
class HeadersStep implements AdmissionStep {
  /** Longest Authorization header that is read; a token of the realm has about two thousand. */
  private static final int LONGEST_TOKEN = 16 * 1024;

  private static final String TRANSFER_ENCODING = "Transfer-Encoding";

  @Override
  public int order() {
    return HEAD + 10;
  }

  @Override
  public Future<Void> admit(Call call) {
    return refusal(call.request().headers())
        .<Future<Void>>map(code -> Future.failedFuture(ProblemException.of(code)))
        .orElseGet(Future::succeededFuture);
  }

  static Optional<GatewayProblem> refusal(MultiMap headers) {
    int hosts = 0;
    int tokens = 0;
    int lengths = 0;
    int codings = 0;
    boolean chunked = true;
    for (Map.Entry<String, String> header : headers) {
      String name = header.getKey();
      switch (name.length()) {
        case 4 -> hosts += is(name, HttpHeaders.HOST);
        case 13 -> {
          if (is(name, HttpHeaders.AUTHORIZATION) == 1) {
            tokens++;
            if (header.getValue().length() > LONGEST_TOKEN) {
              return Optional.of(GatewayProblem.TOKEN_TOO_LARGE);
            }
          }
        }
        case 14 -> lengths += is(name, HttpHeaders.CONTENT_LENGTH);
        case 17 -> {
          if (is(name, TRANSFER_ENCODING) == 1) {
            codings++;
            chunked = header.getValue().equalsIgnoreCase("chunked");
          }
        }
        default -> {
          // Not one that decides how the request is read.
        }
      }
    }
    boolean clear = hosts <= 1 && tokens <= 1 && lengths + codings <= 1 && chunked;
    return clear ? Optional.empty() : Optional.of(GatewayProblem.HEADERS_REFUSED);
  }

  private static int is(String name, String known) {
    return name.equalsIgnoreCase(known) ? 1 : 0;
  }
}
