package fr.cadran.gateway.forward;

import fr.cadran.gateway.door.AdmissionStep;
import fr.cadran.gateway.door.Call;
import fr.cadran.gateway.route.GatewayConfig;
import fr.cadran.gateway.route.GatewayProblem;
import fr.cadran.gateway.route.RouteTable;
import fr.cadran.kit.problem.ProblemException;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Room for one call more. A queue would only hide that there is none: callers would wait for an
 * answer nobody needs any more. The bound of each service keeps a slow one from taking all room.
 */
@Singleton
class RoomStep implements AdmissionStep {
  private static final int RETRY_AFTER_SECONDS = 1;

  private final Semaphore all;
  private final Map<String, Semaphore> ofService;

  RoomStep(GatewayConfig config) {
    this.all = new Semaphore(config.concurrency());
    this.ofService =
        config.upstream().keySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    service -> service, service -> new Semaphore(config.concurrencyPerService())));
  }

  @Override
  public int order() {
    return ROOM;
  }

  @Override
  public Future<Void> admit(Call call) {
    if (call.route().isEmpty()) {
      return Future.succeededFuture();
    }
    String service = call.route().map(RouteTable.Route::service).orElseThrow();
    Semaphore own = Objects.requireNonNull(ofService.get(service), service);
    if (!all.tryAcquire()) {
      return full();
    }
    if (!own.tryAcquire()) {
      all.release();
      return full();
    }
    call.whenOver(() -> {
      own.release();
      all.release();
    });
    return Future.succeededFuture();
  }

  private static Future<Void> full() {
    return Future.failedFuture(
        ProblemException.retryable(GatewayProblem.GATEWAY_FULL, RETRY_AFTER_SECONDS));
  }
}
