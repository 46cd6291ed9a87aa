package fr.cadran.gateway.forward;

import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.door.Destination;
import fr.cadran.gateway.door.RefusalWriter;
import fr.cadran.gateway.route.GatewayConfig;
import fr.cadran.gateway.route.RouteTable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Streams an admitted call to its service and the answer back. */
@Singleton
class ServiceProxy implements Destination {
  private static final int CONNECT_MILLIS = 2_000;
  private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

  private final RefusalWriter refusals;
  private final Vertx vertx;
  private final HttpClient client;
  private final Map<String, RequestOptions> origins = new HashMap<>();

  ServiceProxy(GatewayConfig config, RefusalWriter refusals, Vertx vertx) {
    this.refusals = refusals;
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                // Who waits here is counted as a call under way, so the queue is bounded there.
                .setMaxPoolSize(config.concurrencyPerService())
                .setIdleTimeout(Math.toIntExact(config.connectionIdle().toSeconds())));
    config
        .upstream()
        .forEach((service, address) ->
            origins.put(
                service, new RequestOptions().setHost(address.getHost()).setPort(port(address))));
  }

  @Override
  public void take(Call call) {
    RouteTable.Route route = call.route().orElseThrow();
    RequestOptions origin = Objects.requireNonNull(origins.get(route.service()), route.service());
    Passage passage = new Passage(call, route, refusals, vertx);
    HttpProxy.reverseProxy(OPTIONS, client)
        .origin(context -> client.request(origin).compose(passage::through))
        .addInterceptor(passage)
        .handle(call.request());
  }

  private static int port(URI address) {
    return address.getPort() > 0 ? address.getPort() : 80;
  }
}
