package fr.cadran.testing.contract;

import io.restassured.RestAssured;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks every answer that a test receives through REST Assured, and every request body that was
 * accepted, against the OpenAPI document that the called server publishes at {@code
 * /q/openapi?format=json}. An exchange that is not as documented fails the test. What was seen is
 * kept in {@code target/contract} for {@link ContractCoverage}.
 *
 * <p>{@link ContractChecked} on a test class registers it. Paths under {@code /q/} are not part of
 * the API. A test that asks on purpose for what is not documented says {@code given().noFilters()}.
 */
public final class ContractFilter implements OrderedFilter {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ContractFolder folder;
  private final Map<URI, ApiDocument> documents = new ConcurrentHashMap<>();

  public ContractFilter() {
    this(ContractFolder.ofModule());
  }

  ContractFilter(ContractFolder folder) {
    this.folder = folder;
  }

  /** Adds the filter to all later requests of REST Assured, once however often it is called. */
  public static void register() {
    boolean known = RestAssured.filters().stream().anyMatch(ContractFilter.class::isInstance);
    if (!known) {
      RestAssured.filters(new ContractFilter());
    }
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expectations,
      FilterContext context) {
    Response response = context.next(request, expectations);
    URI uri = URI.create(request.getURI());
    if (!uri.getPath().startsWith("/q/")) {
      check(uri, exchange(request, response, uri));
    }
    return response;
  }

  private void check(URI uri, Exchange exchange) {
    ApiDocument document = documents.computeIfAbsent(uri.resolve("/q/openapi"), this::fetch);
    List<String> faults = new Conformity(document).faults(exchange);
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "%s %s → %d is not as the service documents it:%n- %s%nAnswer: %s"
              .formatted(
                  exchange.method(),
                  exchange.path(),
                  exchange.status(),
                  String.join(System.lineSeparator() + "- ", faults),
                  shortened(exchange.body())));
    }
    document
        .operation(exchange.method(), exchange.path())
        .ifPresent(operation -> keep(operation, exchange.status()));
  }

  private void keep(ApiOperation operation, int status) {
    try {
      folder.add(new ContractFolder.Seen(operation.method(), operation.path(), status));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ApiDocument fetch(URI published) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(published + "?format=json"))
              .timeout(PATIENCE)
              .header("Accept", "application/json")
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(published + " answers " + answer.statusCode());
      }
      folder.keepDocument(answer.body());
      return ApiDocument.parse(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while reading " + published, e);
    }
  }

  private static Exchange exchange(
      FilterableRequestSpecification request, Response response, URI uri) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (Header header : response.headers()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.getValue());
    }
    return new Exchange(
        request.getMethod(),
        uri.getPath(),
        queryNames(uri),
        request.getContentType(),
        text(request),
        response.statusCode(),
        headers,
        response.asString());
  }

  private static Set<String> queryNames(URI uri) {
    Set<String> names = new HashSet<>();
    @Nullable String query = uri.getQuery();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        names.add(pair.replaceAll("=.*", ""));
      }
    }
    return names;
  }

  /** The body as text; a compressed or streamed one is left to the service's own tests. */
  private static @Nullable String text(FilterableRequestSpecification request) {
    boolean encoded = request.getHeaders().hasHeaderWithName("Content-Encoding");
    Object body = request.getBody();
    return switch (body) {
      case String string when !encoded -> string;
      case byte[] bytes when !encoded -> new String(bytes, StandardCharsets.UTF_8);
      case null, default -> null;
    };
  }

  private static String shortened(String body) {
    return body.length() <= 2000 ? body : body.substring(0, 2000) + "…";
  }
}
