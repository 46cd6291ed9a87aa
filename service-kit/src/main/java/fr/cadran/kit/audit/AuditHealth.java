package fr.cadran.kit.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when the writer has ended: such a process refuses every write and should be replaced. */
@Liveness
@Singleton
@IfBuildProperty(name = AuditLog.SWITCH, stringValue = "true", enableIfMissing = true)
class AuditHealth implements HealthCheck {
  private final AuditLog log;

  AuditHealth(AuditLog log) {
    this.log = log;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("audit-writer").status(log.alive()).build();
  }
}
