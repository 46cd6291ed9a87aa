package fr.cadran.gateway;

import fr.cadran.gateway.route.GatewayConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The gateway's settings from a few lines, read as the gateway reads them. */
public final class Configs {
  private Configs() {}

  /** Settings with their names and values by turns, without the prefix {@code cadran.gateway.}. */
  public static GatewayConfig of(String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put("cadran.gateway." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(GatewayConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(GatewayConfig.class);
  }
}
