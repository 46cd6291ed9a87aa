package fr.cadran.kit.event;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Down when the relay has stopped turning. Events that wait are no fault of this process, so they
 * show in the metrics and never take it out of service.
 */
@Liveness
@Singleton
class OutboxHealth implements HealthCheck {

  private final OutboxRelay relay;

  OutboxHealth(OutboxRelay relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("outbox-relay").status(relay.alive()).build();
  }
}
