package fr.cadran.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The gateway's settings: services and routes are configuration, not code. */
@ConfigMapping(prefix = "cadran.gateway")
public interface GatewayConfig {
  /** Where each service listens, by its name. */
  Map<String, URI> upstream();

  /** What is let through; the most exact path wins. */
  List<Entry> routes();

  /** How long a service may take to begin its answer. */
  @WithDefault("30S")
  Duration timeout();

  /** One route. */
  interface Entry {
    /** A path whose segments may be {@code *} (one segment) or end in {@code **} (any rest). */
    String path();

    /** Name of the service behind it. */
    String service();

    /** Whether callers without a token are let through to it. */
    @WithDefault("false")
    boolean open();
  }
}
