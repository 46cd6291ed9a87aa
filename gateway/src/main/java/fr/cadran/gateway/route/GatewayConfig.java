package fr.cadran.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gateway's settings: services and routes are configuration, not code. */
@ConfigMapping(prefix = "cadran.gateway")
public interface GatewayConfig {
  /** Where each service listens, by its name. */
  Map<String, URI> upstream();

  /** What is let through; the most exact path wins. */
  List<Entry> routes();

  /** How long a service may take to begin its answer, once it has the whole request. */
  @WithDefault("30S")
  Duration timeout();

  /**
   * How long the head of a request may take to arrive, from the first byte or the connection on.
   */
  @WithDefault("10S")
  Duration headTime();

  /** How large the body of a request may be. */
  @WithDefault("2M")
  MemorySize maxBody();

  /** How long the body of a request may take to arrive. */
  @WithDefault("60S")
  Duration bodyTime();

  /** How many calls may be under way to one service. */
  @WithDefault("128")
  int concurrencyPerService();

  /** How many calls may be under way in all. */
  @WithDefault("256")
  int concurrency();

  /** How long a connection to a service may lie idle, between calls or within one. */
  @WithDefault("60S")
  Duration connectionIdle();

  /** One route. */
  interface Entry {
    /** A path whose segments may be {@code *} (one segment) or end in {@code **} (any rest). */
    String path();

    /** Name of the service behind it. */
    String service();

    /** Whether callers without a token are let through to it. */
    @WithDefault("false")
    boolean open();

    /** The group of routes whose quota a call here counts against. */
    @WithDefault("default")
    String group();

    /** How long the service may take here, when it is not the usual time. */
    Optional<Duration> timeout();

    /** How large a body may be here, when it is not the usual size. */
    Optional<MemorySize> maxBody();

    /** How long a body may take to arrive here, when it is not the usual time. */
    Optional<Duration> bodyTime();

    /** The codings that a body may have, for example {@code gzip}; none by default. */
    Optional<Set<String>> encodings();
  }
}
