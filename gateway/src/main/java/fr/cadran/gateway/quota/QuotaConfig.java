package fr.cadran.gateway.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How many calls a caller may make in each period, by group of routes. */
@ConfigMapping(prefix = "cadran.gateway.quota")
public interface QuotaConfig {
  /** Calls of one caller in one period, by the name of the group; {@code default} is needed. */
  Map<String, Integer> groups();

  /** The periods are the same for all callers: they begin at whole multiples of their length. */
  @WithDefault("60S")
  Duration period();

  /** A gateway leases this part of a quota at a time: one n-th. */
  @WithDefault("10")
  int slices();

  /** How long a call waits for a slice when there is none left here. */
  @WithDefault("250MS")
  Duration patience();

  /** What part of each quota a gateway gives out by itself while the ledger is away. */
  @WithDefault("1.0")
  double shareWhenAlone();

  /** How long the ledger is left alone after it did not answer. */
  @WithDefault("5S")
  Duration retry();
}
