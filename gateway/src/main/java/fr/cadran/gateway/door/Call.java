package fr.cadran.gateway.door;

import fr.cadran.gateway.route.RouteTable;
import fr.cadran.kit.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** One call on its way through the gateway. Belongs to one event loop, except {@link #cut}. */
public final class Call {
  private static final String CLIENT = "azp";

  private final RoutingContext context;
  private final Context owner;
  private final String requestId;
  private final List<Runnable> atEnd = new ArrayList<>(2);
  private RouteTable.@Nullable Route route;
  private volatile @Nullable SecurityIdentity identity;
  private @Nullable Consumer<ProblemException> brake;
  private @Nullable ProblemException cut;
  private boolean ended;

  Call(RoutingContext context, Context owner, String requestId) {
    this.context = context;
    this.owner = owner;
    this.requestId = requestId;
  }

  public RoutingContext context() {
    return context;
  }

  public HttpServerRequest request() {
    return context.request();
  }

  /** The id that ties this call to log lines, here and in the service. */
  public String requestId() {
    return requestId;
  }

  /** Goes on with the call on its own event loop. */
  void goOn(Runnable rest) {
    owner.runOnContext(now -> rest.run());
  }

  public String path() {
    return context.request().path();
  }

  /** Where the call goes; empty when the gateway itself answers it. */
  public Optional<RouteTable.Route> route() {
    return Optional.ofNullable(route);
  }

  public void goesTo(RouteTable.Route found) {
    route = found;
  }

  /** Who calls, as the token says; empty on routes that need none. */
  public Optional<SecurityIdentity> identity() {
    return Optional.ofNullable(identity);
  }

  public void isFrom(SecurityIdentity caller) {
    identity = caller;
  }

  /** The software that calls, as the token names it. */
  public Optional<String> clientId() {
    return identity()
        .map(SecurityIdentity::getPrincipal)
        .filter(JsonWebToken.class::isInstance)
        .map(token -> ((JsonWebToken) token).<String>getClaim(CLIENT));
  }

  /** Does something when the call is over, however it ends. */
  public void whenOver(Runnable action) {
    if (ended) {
      action.run();
    } else {
      atEnd.add(action);
    }
  }

  /**
   * Stops the call, wherever it is: the caller gets the refusal when no part of an answer was sent,
   * a cut connection otherwise. Safe from any thread.
   */
  public void cut(ProblemException refusal) {
    owner.runOnContext(now -> {
      if (ended || cut != null) {
        return;
      }
      cut = refusal;
      if (brake != null) {
        brake.accept(refusal);
      }
    });
  }

  /** Why the call was stopped, if it was. */
  public Optional<ProblemException> cut() {
    return Optional.ofNullable(cut);
  }

  /** What stops the call from now on; before that, the chain itself looks at {@link #cut()}. */
  public void stopBy(Consumer<ProblemException> action) {
    brake = action;
  }

  void over() {
    if (!ended) {
      ended = true;
      atEnd.forEach(Runnable::run);
    }
  }
}
