package fr.cadran.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.gateway.route.RouteTable;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one public document, made from the gateway's own description and those of the services. The
 * running gateway and the build make it by this same code.
 */
public final class PublicDescription {
  private static final String GATEWAY = "gateway";

  private final RouteTable routes;
  private final String publicUrl;
  private final String version;

  /**
   * Knows what every document has in common.
   *
   * @param routes what can be called from outside
   * @param publicUrl where the gateway is reached
   * @param version of the API, see {@code docs/adr/0015-api-document.md}
   */
  public PublicDescription(RouteTable routes, String publicUrl, String version) {
    this.routes = routes;
    this.publicUrl = publicUrl;
    this.version = version;
  }

  /**
   * Merges.
   *
   * @param own the gateway's document
   * @param services each service's document, by the service's name
   * @throws IllegalStateException when two operations have one id
   */
  public JsonNode of(JsonNode own, Map<String, JsonNode> services) {
    DescriptionMerge merge = new DescriptionMerge(info(), publicUrl, this::isRouted);
    merge.add(GATEWAY, own);
    new TreeMap<>(services).forEach(merge::add);
    return merge.document();
  }

  private ObjectNode info() {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("title", "Cadran");
    info.put("version", version);
    info.put(
        "description",
        "Plateforme des centres de santé et des CPTS. — The platform of centres de santé and CPTS.");
    info.putObject("contact").put("name", "Cadran");
    info.putObject("license")
        .put("name", "Licence Ouverte 2.0 (Etalab)")
        .put("identifier", "etalab-2.0");
    return info;
  }

  private boolean isRouted(String service, String path) {
    String sample = path.replaceAll("\\{[^}]+}", "x");
    return routes
        .find(sample)
        .map(route -> route.service().equals(service))
        .orElse(service.equals(GATEWAY));
  }
}
