package fr.cadran.gateway.revocation;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says whether revocations are heard. Down is no reason to take the gateway out of service: calls
 * go on and the services check mandats themselves, so it is wellness and not readiness.
 */
@Wellness
@Singleton
class MandatsHealth implements HealthCheck {
  private final KafkaMandats topic;
  private final KnownMandats mandats;
  private final RunningUploads uploads;
  private final RevocationConfig config;

  MandatsHealth(
      KafkaMandats topic, KnownMandats mandats, RunningUploads uploads, RevocationConfig config) {
    this.topic = topic;
    this.mandats = mandats;
    this.uploads = uploads;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("mandats")
        .status(topic.hears() || !config.enabled())
        .withData("centres", mandats.size())
        .withData("uploads", uploads.count())
        .build();
  }
}
