package fr.cadran.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import fr.cadran.gateway.Upstream;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = CadranTestResource.class,
    initArgs = @ResourceArg(name = "with", value = ""))
@QuarkusTestResource(Upstream.class)
class DoorTest {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PROBLEM = "application/problem+json";

  @TestHTTPResource URI home;

  @TestHTTPResource(value = "metrics", management = true)
  URI metrics;

  private static RequestSpecification asAgent() {
    return given()
        .header("Authorization", Tokens.arsAgent("departement:93").bearer())
        .contentType("application/json");
  }

  @Test
  void a_call_reaches_its_service_whole_and_its_answer_comes_back() {
    asAgent()
        .body("x".repeat(300_000))
        .post("/v1/centres/930012345/mandats?limit=2")
        .then()
        .statusCode(200)
        .header("ETag", "\"7\"")
        .body("method", equalTo("POST"))
        .body("path", equalTo("/v1/centres/930012345/mandats"))
        .body("query", equalTo("limit=2"))
        .body("bytes", equalTo(300_000))
        .body("token", equalTo(true))
        .body("requestId", notNullValue());
  }

  @Test
  void a_workbook_reaches_its_service_byte_by_byte() {
    byte[] workbook = new byte[1_900_000];
    new Random(1).nextBytes(workbook);

    given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig().encodeContentTypeAs(XLSX, ContentType.BINARY)))
        .header("Authorization", Tokens.arsAgent("departement:93").bearer())
        .contentType(XLSX)
        .body(workbook)
        .put("/v1/centres/930012345/quarterly-data/2013-Q3.xlsx")
        .then()
        .statusCode(200)
        .body("path", equalTo("/v1/centres/930012345/quarterly-data/2013-Q3.xlsx"))
        .body("bytes", equalTo(workbook.length));
    asAgent()
        .get("/v1/quarterly-data/template.xlsx")
        .then()
        .statusCode(200)
        .body("path", equalTo("/v1/quarterly-data/template.xlsx"));
  }

  @Test
  void a_call_without_a_good_token_stays_outside() {
    given().get("/v1/centres").then().statusCode(401).contentType(PROBLEM);
    List<String> bearers =
        List.of(
            Tokens.auditor().expired().bearer(),
            Tokens.auditor().wrongKey().bearer(),
            Tokens.auditor().wrongAudience().bearer(),
            Tokens.auditor().foreignIssuer().bearer(),
            "Bearer x.y.z",
            "Basic YTpi");
    for (String bearer : bearers) {
      String answer =
          given()
              .header("Authorization", bearer)
              .get("/v1/centres")
              .then()
              .statusCode(401)
              .contentType(PROBLEM)
              .header("WWW-Authenticate", "Bearer")
              .extract()
              .asString();
      assertThat(answer).doesNotContain(bearer.substring(bearer.indexOf(' ') + 1));
    }
  }

  @Test
  void documentation_of_refusals_needs_no_token() {
    given().get("/v1/problems/centres/CENTRE_EXISTS").then().statusCode(200);
    given().get("/v1/problems/gateway/PATH_REFUSED").then().statusCode(200);
    given().get("/v1/problems/common/STALE_ETAG").then().statusCode(200);
  }

  @Test
  void a_service_that_is_down_is_a_retryable_refusal() {
    asAgent()
        .get("/v1/funding-tables")
        .then()
        .statusCode(503)
        .contentType(PROBLEM)
        .header("Retry-After", "2")
        .body("code", equalTo("SERVICE_UNAVAILABLE"))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
    asAgent().get("/v1/centres").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/centres/../../q/metrics",
        "/v1/centres/%2e%2e/x",
        "/v1/centres/..%2fx",
        "/v1/centres//x",
        "/v1/centres/x;y=1",
        "/v1/centres/%252e%252e/x",
        "/v1/centres/a%00b",
        "/v1/./centres"
      })
  void a_path_that_two_readers_could_read_differently_is_refused(String path) throws IOException {
    // By hand, because an HTTP client mends such a path before it sends it.
    try (Socket socket = new Socket(home.getHost(), home.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains("PATH_REFUSED");
    }
  }

  @Test
  void what_the_framework_offers_inside_is_not_found_outside() {
    given().get("/q/metrics").then().statusCode(404).contentType(PROBLEM);
    given().get("/q/openapi").then().statusCode(404);
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  void an_operator_sees_every_call_by_route_and_client() {
    asAgent().get("/v1/centres").then().statusCode(200);
    given().get("/v1/nothing").then().statusCode(404);
    await("both counted")
        .untilAsserted(() -> {
          String measured = given().get(metrics).then().statusCode(200).extract().asString();
          assertThat(measured)
              .containsPattern(
                  "cadran_gateway_calls_seconds_count\\{client=\"[^\"]+\",method=\"GET\",route=\"/v1/centres/\\*\\*\",status=\"200\"")
              .containsPattern(
                  "cadran_gateway_calls_seconds_count\\{client=\"none\",method=\"GET\",route=\"none\",status=\"404\"");
        });
  }

  @Test
  void an_unknown_path_is_not_found() {
    asAgent().get("/v1/nothing").then().statusCode(404).contentType(PROBLEM);
  }

  @Test
  void the_description_waits_for_every_service() {
    // One of the three is down and no complete document was ever made.
    for (String path : List.of("/v1/openapi.json", "/v1/openapi-3.0.json")) {
      given().get(path).then().statusCode(503).body("errors", hasSize(0));
    }
  }
}
