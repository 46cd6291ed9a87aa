package fr.cadran.gateway.door;

import fr.cadran.gateway.route.GatewayProblem;
import fr.cadran.kit.http.Correlation;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Every public call comes through here: a plain path, then each step of the chain, then handed
 * over. The service checks the token again and decides what the caller may do.
 */
@Singleton
public class Door {
  private static final Logger LOG = Logger.getLogger(Door.class);
  private static final int BEFORE_OWN_RESOURCES = 1;
  private static final int FIRST_TO_HEAR_OF_FAILURES = Integer.MIN_VALUE;
  private static final int BEFORE_EVERY_ROUTE = 10_000;

  private final List<AdmissionStep> chain;
  private final Destination destination;
  private final InFlight inFlight;
  private final RefusalWriter refusals;
  private final Correlation correlation;
  private final Vertx vertx;

  Door(
      @All List<AdmissionStep> steps,
      Destination destination,
      InFlight inFlight,
      RefusalWriter refusals,
      Correlation correlation,
      Vertx vertx) {
    this.chain = steps.stream().sorted(Comparator.comparingInt(AdmissionStep::order)).toList();
    this.destination = destination;
    this.inFlight = inFlight;
    this.refusals = refusals;
    this.correlation = correlation;
    this.vertx = vertx;
  }

  /** Before any route, ours or the framework's, because routers mend paths before they match. */
  void refuseOddPaths(@Observes Filters filters) {
    filters.register(
        context -> {
          if (!isReadable(context.request())) {
            context.request().connection().close();
            return;
          }
          refusal(context.request())
              .ifPresentOrElse(refusal -> refusals.write(context, refusal), context::next);
        },
        BEFORE_EVERY_ROUTE);
  }

  private static Optional<ProblemException> refusal(HttpServerRequest request) {
    // Every request names its host (RFC 9112, 3.2).
    return request.getHeader(HttpHeaders.HOST) == null
        ? Optional.of(ProblemException.of(GatewayProblem.HEADERS_REFUSED))
        : PlainPath.refusal(request.path());
  }

  /** Whether it is of a version that the server speaks; else no answer could be written either. */
  private static boolean isReadable(HttpServerRequest request) {
    try {
      return request.version() != null;
    } catch (IllegalStateException unknown) {
      return false;
    }
  }

  void open(@Observes Router router) {
    router.route("/v1/*").order(BEFORE_OWN_RESOURCES).handler(this::receive);
    router.route().order(FIRST_TO_HEAR_OF_FAILURES).failureHandler(this::refuseWithoutHost);
  }

  // The router fails a request of HTTP/1.1 that names no host before any filter sees it.
  private void refuseWithoutHost(RoutingContext context) {
    if (context.statusCode() == 400 && context.request().getHeader(HttpHeaders.HOST) == null) {
      refusals.write(context, ProblemException.of(GatewayProblem.HEADERS_REFUSED));
    } else {
      context.next();
    }
  }

  private void receive(RoutingContext context) {
    String requestId = correlation.requestId(context.request().getHeader(Correlation.REQUEST_ID));
    context.request().headers().set(Correlation.REQUEST_ID, requestId);
    context.put(Correlation.REQUEST_ID, requestId);
    Call call = new Call(context, vertx.getOrCreateContext(), requestId);
    context.addEndHandler(end -> call.over());
    // An answer that breaks off has no end, only a connection that closes.
    context.request().connection().closeHandler(closed -> call.over());
    inFlight.enter(call);
    // The body waits while the call is being let in, so that nothing of it is lost.
    context.request().pause();
    advance(call, 0);
  }

  private void advance(Call call, int from) {
    for (int next = from; next < chain.size(); next++) {
      if (call.cut().isPresent()) {
        refuse(call, call.cut().get());
        return;
      }
      Future<Void> step = admission(chain.get(next), call);
      if (!step.isComplete()) {
        int after = next + 1;
        step.onComplete(done ->
            call.goOn(() -> {
              if (done.succeeded()) {
                advance(call, after);
              } else {
                refuse(call, done.cause());
              }
            }));
        return;
      }
      if (step.failed()) {
        refuse(call, step.cause());
        return;
      }
    }
    handOver(call);
  }

  private static Future<Void> admission(AdmissionStep step, Call call) {
    try {
      return step.admit(call);
    } catch (RuntimeException broken) {
      return Future.failedFuture(broken);
    }
  }

  private void handOver(Call call) {
    if (call.cut().isPresent()) {
      refuse(call, call.cut().get());
    } else if (call.route().isPresent()) {
      destination.take(call);
    } else {
      call.request().resume();
      call.context().next();
    }
  }

  private void refuse(Call call, Throwable reason) {
    if (reason instanceof ProblemException refusal) {
      refusals.write(call.context(), refusal);
    } else {
      LOG.error("a step of the admission failed", reason);
      refusals.write(call.context(), ProblemException.of(KitProblem.INTERNAL));
    }
  }
}
