package fr.cadran.e2e;

import static fr.cadran.e2e.RunningPlatform.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document that was judged and that clients are made from is the one that is served. */
class DocumentE2E {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({"openapi.json, 3.1", "openapi-3.0.json, 3.0.3"})
  void the_gateway_serves_the_document_of_the_build(String name, String version)
      throws IOException {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("cadran.root"), "cadran.root"));
    JsonNode built = JSON.readTree(root.resolve("api/target").resolve(name).toFile());
    JsonNode served =
        JSON.readTree(
            anonymous().get("/v1/" + name).then().statusCode(200).extract().asByteArray());
    assertThat(served.path("openapi").asText()).startsWith(version);
    assertThat(served.at("/servers/0/url").asText()).isEqualTo(RunningPlatform.url());
    // A build does not know where the platform will be reached.
    assertThat(withoutAddress(served).equals(DocumentE2E::compare, withoutAddress(built))).isTrue();
  }

  /** A number is the same however it is written: 1, 1.0, 1E0. */
  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return Double.compare(one.doubleValue(), other.doubleValue());
    }
    return one.equals(other) ? 0 : 1;
  }

  private static JsonNode withoutAddress(JsonNode document) {
    return ((ObjectNode) document.deepCopy()).without("servers");
  }
}
