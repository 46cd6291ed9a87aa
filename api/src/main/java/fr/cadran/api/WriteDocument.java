package fr.cadran.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.cadran.gateway.description.OpenApi30;
import fr.cadran.gateway.description.PublicDescription;
import fr.cadran.gateway.route.GatewayConfig;
import fr.cadran.gateway.route.RouteTable;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Merges the descriptions that the builds of the gateway and of the services left behind. */
public final class WriteDocument {
  /** Stands for the address of a platform, which a build does not know. */
  private static final String SOMEWHERE = "https://cadran.example";

  private static final Map<String, String> MODULES =
      Map.of(
          "centres", "centres-service",
          "indicators", "indicators-service",
          "contracts", "cpts-contract-service");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private WriteDocument() {}

  /**
   * Writes both documents.
   *
   * @param arguments root of the checkout, folder to write into
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    SmallRyeConfig settings = settings();
    GatewayConfig gateway = settings.getConfigMapping(GatewayConfig.class);
    Map<String, JsonNode> services = new HashMap<>();
    for (String service : gateway.upstream().keySet()) {
      services.put(service, kept(root, Objects.requireNonNull(MODULES.get(service), service)));
    }
    JsonNode document =
        new PublicDescription(
                new RouteTable(gateway),
                SOMEWHERE,
                settings.getValue("cadran.api-version", String.class))
            .of(kept(root, "gateway"), services);
    JSON.writeValue(folder.resolve("openapi.json").toFile(), document);
    JSON.writeValue(folder.resolve("openapi-3.0.json").toFile(), OpenApi30.of(document));
  }

  /** The gateway's own settings: what it routes is what is public. */
  private static SmallRyeConfig settings() throws IOException {
    URL place = GatewayConfig.class.getResource("/application.properties");
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(Objects.requireNonNull(place)))
        .withMapping(GatewayConfig.class)
        .withValidateUnknown(false)
        .build();
  }

  private static JsonNode kept(Path root, String module) throws IOException {
    Path file = root.resolve(module).resolve("target/openapi/openapi.json");
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          file + " is missing: it is written when " + module + " is packaged (./mvnw package)");
    }
    return JSON.readTree(file.toFile());
  }
}
