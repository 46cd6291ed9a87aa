package fr.cadran.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.gateway.route.GatewayConfig;
import fr.cadran.gateway.route.GatewayProblem;
import fr.cadran.gateway.route.RouteTable;
import fr.cadran.kit.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the running services for their descriptions, so that the merged one is always true. */
@Singleton
class DescriptionSource {
  private static final Logger LOG = Logger.getLogger(DescriptionSource.class);
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final String OWN = "META-INF/quarkus-generated-openapi-doc.JSON";

  private final GatewayConfig config;
  private final ObjectMapper mapper;
  private final Clock clock;
  private final PublicDescription description;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private @Nullable JsonNode merged;
  private @Nullable JsonNode rendered;
  private Instant mergedAt = Instant.EPOCH;

  DescriptionSource(
      GatewayConfig config,
      RouteTable routes,
      ObjectMapper mapper,
      Clock clock,
      @ConfigProperty(name = "cadran.public-url") String publicUrl,
      @ConfigProperty(name = "cadran.api-version") String version) {
    this.config = config;
    this.mapper = mapper;
    this.clock = clock;
    this.description = new PublicDescription(routes, publicUrl, version);
  }

  /**
   * The merged document; an older one when a service does not answer.
   *
   * @throws ProblemException {@code SERVICE_UNAVAILABLE} when no complete one was ever made
   */
  synchronized JsonNode document() {
    Instant now = clock.instant();
    if (merged != null && mergedAt.plus(FRESH).isAfter(now)) {
      return merged;
    }
    try {
      merged = merge();
      rendered = null;
      mergedAt = now;
      return merged;
    } catch (IOException silent) {
      LOG.warnf("a service does not give its description: %s", silent.getClass().getSimpleName());
      if (merged != null) {
        return merged;
      }
      throw ProblemException.retryable(GatewayProblem.SERVICE_UNAVAILABLE, 2);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ProblemException.retryable(GatewayProblem.SERVICE_UNAVAILABLE, 2);
    }
  }

  /**
   * The same as OpenAPI 3.0.3.
   *
   * @throws ProblemException {@code SERVICE_UNAVAILABLE} when no complete one was ever made
   */
  synchronized JsonNode document30() {
    JsonNode current = document();
    if (rendered == null) {
      rendered = OpenApi30.of(current);
    }
    return rendered;
  }

  private JsonNode merge() throws IOException, InterruptedException {
    Map<String, JsonNode> services = new HashMap<>();
    for (Map.Entry<String, URI> service : config.upstream().entrySet()) {
      services.put(service.getKey(), fetch(service.getValue()));
    }
    return description.of(own(), services);
  }

  private JsonNode own() {
    try (InputStream document =
        Objects.requireNonNull(
            Thread.currentThread().getContextClassLoader().getResourceAsStream(OWN), OWN)) {
      return mapper.readTree(document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private JsonNode fetch(URI service) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/q/openapi?format=json"))
            .timeout(Duration.ofSeconds(5))
            .build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return mapper.readTree(answer.body());
  }
}
