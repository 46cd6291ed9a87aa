package fr.cadran.gateway.answer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.gateway.OddUpstream;
import fr.cadran.gateway.Upstream;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AnswerHeadersTest.ForBrowsers.class)
@QuarkusTestResource(
    value = CadranTestResource.class,
    initArgs = @ResourceArg(name = "with", value = ""))
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(value = OddUpstream.class, restrictToAnnotatedClass = true)
class AnswerHeadersTest {
  /** A gateway behind TLS that one front end may call. */
  public static class ForBrowsers implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "cadran.gateway.answer.strict-transport-security", "max-age=31536000",
          "quarkus.http.cors.enabled", "true",
          "quarkus.http.cors.origins", "https://front.test");
    }
  }

  private static final String BEARER = Tokens.editor("editor-a").bearer();

  private static void assertSafe(Response answer) {
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    assertThat(answer.header("Server")).isNull();
    assertThat(answer.header("X-Powered-By")).isNull();
  }

  @Test
  void every_answer_is_safe_to_show_and_tells_nothing_of_the_house() {
    assertSafe(given().header("Authorization", BEARER).get("/v1/contracts"));
    assertSafe(given().header("Authorization", BEARER).get("/v1/centres"));
    assertSafe(given().get("/v1/centres"));
    assertSafe(given().get("/v1/problems/gateway/PATH_REFUSED"));
    assertSafe(given().get("/v1/nothing"));
    assertSafe(given().get("/q/metrics"));
    assertSafe(given().urlEncodingEnabled(false).get("/v1/centres/%2e%2e"));
  }

  @Test
  void a_request_id_is_passed_on_and_comes_back() {
    given()
        .header("Authorization", BEARER)
        .header("X-Request-Id", "abc-1")
        .get("/v1/centres")
        .then()
        .header("X-Request-Id", "abc-1")
        .body("requestId", equalTo("abc-1"));
    given()
        .header("X-Request-Id", "a b<script>")
        .get("/v1/centres")
        .then()
        .statusCode(401)
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void a_trace_goes_on_or_begins_here() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    given()
        .header("Authorization", BEARER)
        .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
        .get("/v1/centres")
        .then()
        // Its id goes on; whether it is kept is the operator's to say, not the caller's.
        .body("trace", matchesPattern("\\[00-" + trace + "-[0-9a-f]{16}-00]"));
    given()
        .header("Authorization", BEARER)
        .get("/v1/centres")
        .then()
        .body("trace", matchesPattern("\\[00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]]"));
  }

  @Test
  void where_a_call_comes_from_is_not_what_it_claims() {
    given()
        .header("Authorization", BEARER)
        .header("X-Forwarded-For", "10.0.0.1")
        .header("X-Forwarded-Host", "evil.test")
        .get("/v1/centres")
        .then()
        .body("forwardedFor", equalTo("[127.0.0.1]"))
        .body("forwardedHost", equalTo("null"));
  }

  @Test
  void only_the_named_front_end_may_read_answers_in_a_browser() {
    given()
        .header("Origin", "https://front.test")
        .header("Access-Control-Request-Method", "PUT")
        .options("/v1/centres")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://front.test");
    Response answer =
        given()
            .header("Authorization", BEARER)
            .header("Origin", "https://front.test")
            .get("/v1/centres");
    assertThat(answer.headers().getValues("Access-Control-Allow-Origin"))
        .isEqualTo(List.of("https://front.test"));
    assertThat(answer.header("Access-Control-Expose-Headers")).contains("RateLimit-Limit");
    given()
        .header("Authorization", BEARER)
        .header("Origin", "https://other.test")
        .get("/v1/centres")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
