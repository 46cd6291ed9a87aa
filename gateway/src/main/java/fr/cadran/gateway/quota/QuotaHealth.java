package fr.cadran.gateway.quota;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether quotas are shared; a gateway that keeps them alone still does its work. */
@Readiness
@Singleton
class QuotaHealth implements HealthCheck {
  private final Leases leases;

  QuotaHealth(Leases leases) {
    this.leases = leases;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("quotas")
        .up()
        .withData("kept", leases.areLocal() ? "by this gateway alone" : "by all gateways together")
        .build();
  }
}
