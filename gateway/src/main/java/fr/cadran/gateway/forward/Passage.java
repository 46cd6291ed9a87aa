package fr.cadran.gateway.forward;

import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.door.RefusalWriter;
import fr.cadran.gateway.route.GatewayProblem;
import fr.cadran.gateway.route.RouteTable;
import fr.cadran.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One call between the gateway and its service: bounds its body and the wait for the answer, can be
 * cut at any time, and gives a clear refusal for a service that does not answer.
 */
final class Passage implements ProxyInterceptor {
  private static final Logger LOG = Logger.getLogger(Passage.class);
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final long NO_TIMER = -1;
  private static final String EXPECT = "Expect";
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  /** Where a call comes from is what the connection says, not what the caller writes. */
  private static final List<String> CLAIMED =
      List.of(
          "Forwarded",
          FORWARDED_FOR,
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Port",
          "X-Real-IP");

  /** The client of the service writes them anew, within the trace that the caller began. */
  private static final List<String> TRACED = List.of("traceparent", "tracestate");

  private static final List<String> OURS =
      List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset");

  private final Call call;
  private final RouteTable.Route route;
  private final RefusalWriter refusals;
  private final Vertx vertx;
  private @Nullable HttpClientRequest outgoing;
  private @Nullable ProblemException verdict;
  private @Nullable MeteredBody body;
  private long deadline = NO_TIMER;

  Passage(Call call, RouteTable.Route route, RefusalWriter refusals, Vertx vertx) {
    this.call = call;
    this.route = route;
    this.refusals = refusals;
    this.vertx = vertx;
  }

  /** The connection to the service is there. */
  Future<HttpClientRequest> through(HttpClientRequest request) {
    if (verdict != null) {
      request.reset();
      return Future.failedFuture(verdict);
    }
    outgoing = request;
    return Future.succeededFuture(request);
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    call.stopBy(this::stop);
    call.whenOver(this::endWait);
    HttpServerRequest request = call.request();
    say(context.request().headers(), request);
    if (hasBody(request)) {
      MeteredBody metered =
          new MeteredBody(
              request, route.maxBody(), route.bodyTime(), vertx, this::beginWait, this::stop);
      context.request().setBody(Body.body(metered, context.request().getBody().length()));
      call.whenOver(metered::close);
      body = metered;
    } else {
      beginWait();
    }
    return context
        .sendRequest()
        .map(answer -> {
          endWait();
          return answer;
        })
        .recover(this::refuse);
  }

  /** What the service is told beside what the caller sent. */
  private static void say(MultiMap headers, HttpServerRequest request) {
    CLAIMED.forEach(headers::remove);
    TRACED.forEach(headers::remove);
    headers.set(FORWARDED_FOR, request.remoteAddress().hostAddress());
    if (headers.contains(EXPECT)) {
      // The call is admitted, so the caller may send its body; the service need not be asked.
      headers.remove(EXPECT);
      request.response().writeContinue();
    }
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    MultiMap headers = context.response().headers();
    // Ours to say, and said already.
    OURS.forEach(headers::remove);
    return context.sendResponse();
  }

  /** The service has the whole request and is expected to begin its answer. */
  private void beginWait() {
    Duration patience = route.timeout();
    deadline =
        vertx.setTimer(
            patience.toMillis(),
            late -> {
              deadline = NO_TIMER;
              LOG.warnf("%s does not answer within %d s", route.service(), patience.toSeconds());
              stop(ProblemException.retryable(GatewayProblem.SERVICE_TIMEOUT, RETRY_AFTER_SECONDS));
            });
  }

  private void endWait() {
    if (deadline != NO_TIMER) {
      vertx.cancelTimer(deadline);
      deadline = NO_TIMER;
    }
  }

  private void stop(ProblemException refusal) {
    if (verdict != null) {
      return;
    }
    verdict = refusal;
    answer(refusal);
    if (outgoing != null) {
      outgoing.reset();
    }
  }

  private Future<ProxyResponse> refuse(Throwable failure) {
    endWait();
    if (verdict == null) {
      verdict = ProblemException.retryable(GatewayProblem.SERVICE_UNAVAILABLE, RETRY_AFTER_SECONDS);
      // A caller who left is no failure of the service.
      if (!call.request().response().closed()) {
        LOG.warnf("%s does not answer: %s", route.service(), reason(failure));
        answer(verdict);
      }
    }
    // The answer is written: nothing is left that the proxy should do, so it waits for ever.
    return Promise.<ProxyResponse>promise().future();
  }

  private void answer(ProblemException refusal) {
    if (body != null) {
      body.detach();
    }
    refusals.write(call.context(), refusal);
  }

  private static String reason(Throwable failure) {
    Throwable cause =
        failure instanceof StreamResetException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause.getClass().getSimpleName();
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? request.headers().contains("Transfer-Encoding") : !length.equals("0");
  }
}
