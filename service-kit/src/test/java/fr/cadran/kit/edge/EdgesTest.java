package fr.cadran.kit.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bad input gets, and what repeated or stale calls get, over real HTTP and PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class EdgesTest {
  private static final String PROBLEM = "application/problem+json";

  @Inject DataSource database;

  @TestHTTPResource URI home;

  private static RequestSpecification as(String bearer) {
    return given().header("Authorization", bearer).contentType("application/json");
  }

  private static RequestSpecification asAgent() {
    return as(Tokens.arsAgent("departement:93").bearer());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\": \"a\", \"count\": 1         | 400 | MALFORMED_JSON |",
        "{\"name\": \"a\", \"count\": 1} x      | 400 | MALFORMED_JSON |",
        "{\"name\": \"a\", \"name\": \"b\"}     | 400 | MALFORMED_JSON |",
        "{\"name\": \"a\", \"colour\": \"red\"} | 400 | UNKNOWN_FIELD  | /colour",
        "{\"name\": \"a\", \"count\": \"1\"}    | 400 | WRONG_TYPE     | /count",
        "{\"name\": \"a\", \"count\": 1.5}      | 400 | WRONG_TYPE     | /count",
        "{\"name\": 12, \"count\": 1}           | 400 | WRONG_TYPE     | /name",
        "{\"name\": \"a\", \"on\": \"31/12\"}   | 400 | WRONG_TYPE     | /on",
        "{\"items\": [{\"count\": \"x\"}]}      | 400 | WRONG_TYPE     | /items/0/count",
        "[]                                     | 400 | WRONG_TYPE     | ``",
        "{\"name\": \"a\"}                      | 422 | INVALID        | /count",
      })
  void a_bad_body_is_refused_with_its_place(String body, int status, String code, String pointer) {
    var answer = asAgent().body(body).post("/v1/probes/validated").then().statusCode(status);
    answer.contentType(PROBLEM).body("code", equalTo(code));
    if (pointer != null) {
      answer.body("errors[0].pointer", equalTo(pointer));
    }
  }

  @Test
  void a_refusal_has_the_whole_shape_and_speaks_french_by_default() {
    asAgent()
        .body("{")
        .post("/v1/probes")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .header("Content-Language", "fr")
        .header("X-Request-Id", notNullValue())
        .body("type", equalTo("http://127.0.0.1:8080/v1/problems/common/MALFORMED_JSON"))
        .body("title", equalTo("JSON illisible"))
        .body("status", equalTo(400))
        .body("instance", equalTo("/v1/probes"))
        .body("errors", hasSize(0))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }

  @Test
  void a_refusal_speaks_english_when_asked() {
    asAgent()
        .header("Accept-Language", "de, en-GB;q=0.8, fr;q=0.5")
        .body("{")
        .post("/v1/probes")
        .then()
        .header("Content-Language", "en")
        .body("title", equalTo("Unreadable JSON"));
  }

  @Test
  void the_type_of_a_refusal_leads_to_its_documentation() {
    given()
        .get("/v1/problems/common/STALE_ETAG")
        .then()
        .statusCode(200)
        .body("code", equalTo("STALE_ETAG"))
        .body("description", startsWith("La ressource a changé"));
    given().get("/v1/problems/common/NO_SUCH").then().statusCode(404).contentType(PROBLEM);
  }

  @Test
  void a_harmless_request_id_is_kept_and_another_replaced() {
    asAgent()
        .header("X-Request-Id", "abc-1")
        .get("/v1/probes/1")
        .then()
        .header("X-Request-Id", "abc-1");
    asAgent()
        .header("X-Request-Id", "a b\"c")
        .get("/v1/probes/1")
        .then()
        .header("X-Request-Id", not(equalTo("a b\"c")));
  }

  @Test
  void calls_are_let_in_by_scope_and_denied_on_doubt() {
    given().get("/v1/probes/1").then().statusCode(401).contentType(PROBLEM);
    asAgent().get("/v1/probes/1").then().statusCode(200);
    as(Tokens.auditor().bearer()).body("{}").post("/v1/probes").then().statusCode(403);
    asAgent().get("/v1/probes/unannotated").then().statusCode(403).contentType(PROBLEM);
  }

  @Test
  void a_token_that_is_not_good_is_refused_and_never_echoed() {
    var tokens =
        List.of(
            Tokens.arsAgent("departement:93").expired().bearer(),
            Tokens.arsAgent("departement:93").foreignIssuer().bearer(),
            Tokens.arsAgent("departement:93").wrongAudience().bearer(),
            Tokens.arsAgent("departement:93").wrongKey().bearer(),
            "Bearer not-a-token");
    for (String bearer : tokens) {
      String body =
          as(bearer)
              .get("/v1/probes/1")
              .then()
              .statusCode(401)
              .contentType(PROBLEM)
              .header("WWW-Authenticate", startsWith("Bearer"))
              .extract()
              .asString();
      assertThat(body).doesNotContain(bearer.substring(7));
    }
  }

  @Test
  void unknown_addresses_methods_media_types_and_parameters_are_problems() {
    asAgent().get("/v1/nothing").then().statusCode(404).contentType(PROBLEM);
    asAgent().delete("/v1/probes/1").then().statusCode(405).contentType(PROBLEM);
    asAgent()
        .contentType("text/plain")
        .body("x")
        .post("/v1/probes")
        .then()
        .statusCode(415)
        .contentType(PROBLEM);
    asAgent().accept("text/html").get("/v1/probes/1").then().statusCode(406).contentType(PROBLEM);
    asAgent()
        .get("/v1/probes?departemnt=93")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("code", equalTo("UNKNOWN_PARAMETER"));
    asAgent().get("/v1/probes?limit=501").then().statusCode(400).contentType(PROBLEM);
    asAgent().get("/v1/probes?limit=many").then().statusCode(400).contentType(PROBLEM);
    asAgent()
        .get("/v1/probes?cursor=zzz")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_CURSOR"));
  }

  @Test
  void a_value_of_the_field_that_is_wrong_is_a_422_with_its_code() {
    given()
        .get("/v1/probes/finess/12")
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("errors[0].code", equalTo("FINESS_INVALID"));
  }

  @Test
  void a_failure_of_ours_tells_an_id_and_nothing_else() {
    String body =
        given()
            .get("/v1/probes/broken")
            .then()
            .statusCode(500)
            .contentType(PROBLEM)
            .body("code", equalTo("INTERNAL"))
            .extract()
            .asString();
    assertThat(body).doesNotContain("secret").doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void a_body_over_the_limit_is_refused_with_and_without_its_length() throws IOException {
    String large = "{\"name\": \"" + "a".repeat(5_000_000) + "\"}";
    asAgent().body(large).post("/v1/probes").then().statusCode(413).contentType(PROBLEM);

    try (Socket socket = new Socket(home.getHost(), home.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /v1/probes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                  + "Authorization: "
                  + Tokens.arsAgent("departement:93").bearer()
                  + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
      for (int i = 0; i < 8; i++) {
        out.write(chunk.getBytes(StandardCharsets.US_ASCII));
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
    }
    asAgent().get("/v1/probes/1").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"items\":", "[{\"items\":"})
  void a_json_too_deep_is_refused(String step) throws IOException, InterruptedException {
    HttpRequest deep =
        HttpRequest.newBuilder(home.resolve("/v1/probes/validated"))
            .header("Authorization", Tokens.arsAgent("departement:93").bearer())
            .header("Content-Type", "application/json")
            // As deep as the limit of a body lets it be here: ten times what a parser bears.
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"items\": " + step.repeat(50_000 / step.length())))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(deep, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
    }
  }

  @Test
  void a_stale_or_missing_precondition_is_refused() {
    String body = "{\"name\": \"a\", \"count\": 1}";
    asAgent().body(body).put("/v1/probes/1").then().statusCode(428).contentType(PROBLEM);
    asAgent()
        .header("If-Match", "\"6\"")
        .body(body)
        .put("/v1/probes/1")
        .then()
        .statusCode(412)
        .body("code", equalTo("STALE_ETAG"));
    asAgent().header("If-Match", "W/\"7\"").body(body).put("/v1/probes/1").then().statusCode(412);
    asAgent()
        .header("If-Match", "\"5\", \"7\"")
        .body(body)
        .put("/v1/probes/1")
        .then()
        .statusCode(200)
        .header("ETag", "\"8\"");
  }

  @Test
  void an_unchanged_resource_is_not_sent_again() {
    asAgent().get("/v1/probes/1").then().statusCode(200).header("ETag", "\"7\"");
    asAgent().header("If-None-Match", "\"7\"").get("/v1/probes/1").then().statusCode(304);
    asAgent().header("If-None-Match", "\"6\"").get("/v1/probes/1").then().statusCode(200);
  }

  @Test
  void a_list_is_cut_and_goes_on_at_its_link() {
    String next =
        asAgent()
            .get("/v1/probes?limit=5")
            .then()
            .statusCode(200)
            .body("items", equalTo(List.of(0, 1, 2, 3, 4)))
            .header("Link", matchesPattern("<.*/v1/probes\\?limit=5&cursor=.*>; rel=\"next\""))
            .extract()
            .path("next");
    asAgent()
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .statusCode(200)
        .body("items", equalTo(List.of(5, 6)))
        .body("next", nullValue())
        .header("Link", nullValue());
  }

  @Test
  void a_repeated_key_replays_the_answer_and_does_the_work_once() throws SQLException {
    String key = UUID.randomUUID().toString();
    String body = "{\"name\": \"once-" + key + "\", \"count\": 1}";
    var first = asAgent().header("Idempotency-Key", key).body(body).post("/v1/probes");
    first.then().statusCode(201).header("Idempotent-Replayed", nullValue());
    asAgent()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/probes")
        .then()
        .statusCode(201)
        .header("Idempotent-Replayed", "true")
        .header("Location", first.getHeader("Location"))
        .header("ETag", first.getHeader("ETag"))
        .contentType("application/json")
        .body("name", equalTo("once-" + key));
    assertThat(rows("once-" + key)).isEqualTo(1);
  }

  @Test
  void a_key_reused_for_another_request_is_refused() {
    String key = UUID.randomUUID().toString();
    asAgent()
        .header("Idempotency-Key", key)
        .body("{\"name\": \"a\", \"count\": 1}")
        .post("/v1/probes")
        .then()
        .statusCode(201);
    asAgent()
        .header("Idempotency-Key", key)
        .body("{\"name\": \"b\", \"count\": 1}")
        .post("/v1/probes")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void a_refused_request_frees_its_key_and_writes_nothing() throws SQLException {
    String key = UUID.randomUUID().toString();
    String name = "mended-" + key;
    asAgent()
        .header("Idempotency-Key", key)
        .body("{\"name\": \"" + name + "\", \"count\": -1}")
        .post("/v1/probes")
        .then()
        .statusCode(422);
    assertThat(rows(name)).isZero();
    asAgent()
        .header("Idempotency-Key", key)
        .body("{\"name\": \"" + name + "\", \"count\": 1}")
        .post("/v1/probes")
        .then()
        .statusCode(201);
    assertThat(rows(name)).isEqualTo(1);
  }

  @Test
  void an_odd_key_is_refused() {
    asAgent()
        .header("Idempotency-Key", "k".repeat(129))
        .body("{\"name\": \"a\", \"count\": 1}")
        .post("/v1/probes")
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_INVALID"));
  }

  @Test
  void many_at_once_with_one_key_do_the_work_once() throws Exception {
    String key = UUID.randomUUID().toString();
    String body = "{\"name\": \"race-" + key + "\", \"count\": 1}";
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      List<Callable<Integer>> calls =
          IntStream.range(0, 16)
              .<Callable<Integer>>mapToObj(i ->
                  () ->
                      asAgent()
                          .header("Idempotency-Key", key)
                          .body(body)
                          .post("/v1/probes")
                          .statusCode())
              .toList();
      for (Future<Integer> answer : callers.invokeAll(calls)) {
        assertThat(answer.get()).isIn(201, 409);
      }
    }
    assertThat(rows("race-" + key)).isEqualTo(1);
  }

  private long rows(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from probe where name = '" + name + "'")) {
      row.next();
      return row.getLong(1);
    }
  }
}
