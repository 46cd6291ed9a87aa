package fr.cadran.gateway.measure;

import fr.cadran.gateway.door.AdmissionStep;
import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.route.RouteTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rate, errors and duration of calls, by route and client: {@code cadran.gateway.calls}, with the
 * tags {@code route} (its pattern, {@code none} outside all routes), {@code client} (as the checked
 * token names it, {@code none} without one), {@code method} and {@code status} ({@code cut} when
 * the connection closed before the answer was whole). None of them is made of what a stranger
 * sends.
 */
@Singleton
class CallMeasures implements AdmissionStep {
  private static final String NONE = "none";
  private static final int MOST_CLIENTS = 500;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry metrics;
  private final Set<String> clients = ConcurrentHashMap.newKeySet();

  CallMeasures(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** Before every other step: what is refused counts as well. */
  @Override
  public int order() {
    return 0;
  }

  @Override
  public Future<Void> admit(Call call) {
    long start = System.nanoTime();
    call.whenOver(() -> timer(call).record(Duration.ofNanos(System.nanoTime() - start)));
    return Future.succeededFuture();
  }

  private Timer timer(Call call) {
    String method = call.request().method().name();
    return Timer.builder("cadran.gateway.calls")
        .description("Calls by route and client")
        .tag("route", call.route().map(RouteTable.Route::path).orElse(NONE))
        .tag("client", call.clientId().map(this::known).orElse(NONE))
        .tag("method", METHODS.contains(method) ? method : NONE)
        .tag(
            "status",
            call.context().response().ended()
                ? Integer.toString(call.context().response().getStatusCode())
                : "cut")
        .serviceLevelObjectives(BOUNDS)
        .register(metrics);
  }

  /** Each client is a time series of its own: not without end. */
  private String known(String client) {
    if (clients.contains(client) || (clients.size() < MOST_CLIENTS && clients.add(client))) {
      return client;
    }
    return "others";
  }
}
