package fr.cadran.gateway.door;

import fr.cadran.gateway.route.RouteTable;
import io.vertx.core.Future;
import jakarta.inject.Singleton;

/** Finds the route. What has none is the gateway's own, or nothing. */
@Singleton
class RouteStep implements AdmissionStep {
  private final RouteTable routes;

  RouteStep(RouteTable routes) {
    this.routes = routes;
  }

  @Override
  public int order() {
    return ROUTE;
  }

  @Override
  public Future<Void> admit(Call call) {
    routes.find(call.path()).ifPresent(call::goesTo);
    return Future.succeededFuture();
  }
}
