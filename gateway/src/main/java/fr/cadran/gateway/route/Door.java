package fr.cadran.gateway.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.kit.edge.ProblemWriter;
import fr.cadran.kit.http.Correlation;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.Problem;
import fr.cadran.kit.problem.ProblemException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Every public call comes through here: plain path, known route, valid token, then streamed to the
 * service and back. The service checks the token again and decides what the caller may do.
 */
@Singleton
public class Door {
  private static final Logger LOG = Logger.getLogger(Door.class);
  // Metrics and the like are not for the public door.
  private static final String FRAMEWORK = "/q/";
  private static final String HEALTH = "/q/health";
  private static final int BEFORE_OWN_RESOURCES = 1;
  private static final int BEFORE_EVERY_ROUTE = 10_000;
  private static final int RETRY_AFTER_SECONDS = 2;

  private final RouteTable routes;
  private final IdentityProviderManager identities;
  private final ProblemWriter problems;
  private final Correlation correlation;
  private final ObjectMapper mapper;
  private final Map<String, HttpProxy> proxies = new HashMap<>();

  Door(
      GatewayConfig config,
      RouteTable routes,
      IdentityProviderManager identities,
      ProblemWriter problems,
      Correlation correlation,
      ObjectMapper mapper,
      Vertx vertx) {
    this.routes = routes;
    this.identities = identities;
    this.problems = problems;
    this.correlation = correlation;
    this.mapper = mapper;
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(2000)
                .setMaxPoolSize(128)
                .setMaxWaitQueueSize(256)
                .setReadIdleTimeout(Math.toIntExact(config.timeout().toSeconds())));
    config
        .upstream()
        .forEach((service, address) ->
            proxies.put(
                service,
                HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                    .origin(port(address), address.getHost())
                    .addInterceptor(new ClearFailure(service))));
  }

  /** Before any route, ours or the framework's, because routers mend paths before they match. */
  void refuseOddPaths(@Observes Filters filters) {
    filters.register(
        call -> {
          String path = call.request().path();
          if (!RouteTable.isPlain(path)) {
            refuse(call, ProblemException.of(GatewayProblem.PATH_REFUSED));
          } else if (path.startsWith(FRAMEWORK) && !path.startsWith(HEALTH)) {
            refuse(call, ProblemException.notFound());
          } else {
            call.next();
          }
        },
        BEFORE_EVERY_ROUTE);
  }

  void open(@Observes Router router) {
    router.route("/v1/*").order(BEFORE_OWN_RESOURCES).handler(this::admit);
  }

  private void admit(RoutingContext call) {
    routes.find(call.request().path()).ifPresentOrElse(route -> admit(call, route), call::next);
  }

  private void admit(RoutingContext call, RouteTable.Route route) {
    HttpServerRequest request = call.request();
    request
        .headers()
        .set(
            Correlation.REQUEST_ID,
            correlation.requestId(request.getHeader(Correlation.REQUEST_ID)));
    if (route.open()) {
      proxyOf(route).handle(request);
      return;
    }
    // The body waits while the token is checked, so that nothing of it is lost.
    request.pause();
    QuarkusHttpUser.getSecurityIdentity(call, identities)
        .subscribe()
        .with(
            identity -> pass(call, route, identity),
            refused -> {
              request.resume();
              refuse(call, ProblemException.of(KitProblem.UNAUTHENTICATED));
            });
  }

  private void pass(RoutingContext call, RouteTable.Route route, SecurityIdentity identity) {
    if (identity == null || identity.isAnonymous()) {
      call.request().resume();
      refuse(call, ProblemException.of(KitProblem.UNAUTHENTICATED));
    } else {
      proxyOf(route).handle(call.request());
    }
  }

  private HttpProxy proxyOf(RouteTable.Route route) {
    return Objects.requireNonNull(proxies.get(route.service()), route.service());
  }

  private void refuse(RoutingContext call, ProblemException refusal) {
    if (call.response().headWritten()) {
      return;
    }
    Problem problem = problem(refusal, call.request());
    call.response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.status() == 401) {
      call.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    call.response().end(json(problem));
  }

  private Problem problem(ProblemException refusal, HttpServerRequest request) {
    return problems.problem(
        refusal, request.path(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private Buffer json(Problem problem) {
    try {
      return Buffer.buffer(mapper.writeValueAsBytes(problem));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static int port(URI address) {
    return address.getPort() > 0 ? address.getPort() : 80;
  }

  /** A service that does not answer gives a clear, retryable refusal, not an empty 502. */
  private final class ClearFailure implements ProxyInterceptor {
    private final String service;

    ClearFailure(String service) {
      this.service = service;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      return context
          .sendRequest()
          .recover(failure -> {
            LOG.warnf("%s does not answer: %s", service, failure.getClass().getSimpleName());
            return Future.succeededFuture(answer(context, failure));
          });
    }

    private ProxyResponse answer(ProxyContext context, Throwable failure) {
      GatewayProblem code =
          failure instanceof TimeoutException
              ? GatewayProblem.SERVICE_TIMEOUT
              : GatewayProblem.SERVICE_UNAVAILABLE;
      HttpServerRequest request = context.request().proxiedRequest();
      Problem problem = problem(ProblemException.retryable(code, RETRY_AFTER_SECONDS), request);
      return context
          .request()
          .release()
          .response()
          .setStatusCode(problem.status())
          .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
          .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS))
          .setBody(Body.body(json(problem)));
    }
  }
}
