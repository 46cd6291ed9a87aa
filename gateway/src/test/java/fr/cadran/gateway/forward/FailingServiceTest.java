package fr.cadran.gateway.forward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import fr.cadran.gateway.OddUpstream;
import fr.cadran.gateway.Upstream;
import fr.cadran.gateway.Wire;
import fr.cadran.gateway.door.InFlight;
import fr.cadran.gateway.route.GatewayProblem;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Services that fail in every way that a service can, and calls that are cut. */
@QuarkusTest
@QuarkusTestResource(
    value = CadranTestResource.class,
    initArgs = @ResourceArg(name = "with", value = ""))
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(value = OddUpstream.class, restrictToAnnotatedClass = true)
class FailingServiceTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String BEARER = Tokens.editor("editor-a").bearer();

  @TestHTTPResource URI home;

  @Inject InFlight inFlight;

  private static RequestSpecification asEditor() {
    return given().header("Authorization", BEARER).contentType("application/json");
  }

  private static String head(String method, String path, String more) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
        + BEARER
        + "\r\n"
        + more
        + "\r\n";
  }

  @AfterEach
  void the_next_call_goes_through_and_nothing_stays_behind() {
    asEditor().get("/v1/centres").then().statusCode(200);
    await().atMost(Duration.ofSeconds(5)).until(() -> inFlight.count() == 0);
  }

  @Test
  void a_service_that_stays_silent_is_a_504() {
    asEditor()
        .get("/v1/contracts/silent")
        .then()
        .statusCode(504)
        .contentType(PROBLEM)
        .header("Retry-After", "2")
        .body("code", equalTo("SERVICE_TIMEOUT"));
    asEditor()
        .body("{}")
        .post("/v1/contracts/silent")
        .then()
        .statusCode(504)
        .body("code", equalTo("SERVICE_TIMEOUT"));
  }

  @Test
  void a_service_that_closes_without_an_answer_is_a_503() {
    asEditor()
        .get("/v1/contracts/deaf")
        .then()
        .statusCode(503)
        .contentType(PROBLEM)
        .body("code", equalTo("SERVICE_UNAVAILABLE"));
    asEditor().body("{}").post("/v1/contracts/deaf").then().statusCode(503);
  }

  @Test
  void an_answer_that_breaks_off_is_cut_and_not_passed_as_whole() throws IOException {
    try (Wire wire = new Wire(home)) {
      String answer = wire.send(head("GET", "/v1/contracts/half", "")).readToEnd();
      assertThat(answer).startsWith("HTTP/1.1 200").contains("1000");
      assertThat(answer.length() - answer.indexOf("\r\n\r\n") - 4).isLessThanOrEqualTo(500);
    }
  }

  @Test
  void an_answer_before_the_end_of_the_body_is_passed_on() throws IOException {
    try (Wire wire = new Wire(home)) {
      String answer =
          wire.send(head("POST", "/v1/contracts/early", "Content-Length: 100\r\n") + "x")
              .readAnswer();
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void a_call_under_way_can_be_cut_with_a_refusal() throws IOException {
    try (Wire wire = new Wire(home)) {
      wire.send(head("POST", "/v1/contracts/silent", "Content-Length: 1000000\r\n") + "x");
      await().until(() -> inFlight.count() == 1);
      int others =
          inFlight.cut(
              call -> call.clientId().filter("editor-b"::equals).isPresent(),
              () -> ProblemException.of(KitProblem.FORBIDDEN));
      assertThat(others).isZero();
      int stopped =
          inFlight.cut(
              call ->
                  call.clientId().filter("editor-a"::equals).isPresent()
                      && call.path().startsWith("/v1/contracts"),
              () -> ProblemException.of(KitProblem.FORBIDDEN));
      assertThat(stopped).isEqualTo(1);
      assertThat(wire.readAnswer()).startsWith("HTTP/1.1 403").contains("FORBIDDEN");
    }
  }

  @Test
  void a_body_that_does_not_arrive_in_time_is_a_408() throws IOException {
    try (Wire wire = new Wire(home)) {
      String answer =
          wire.send(head("POST", "/v1/centres/x", "Content-Length: 1000\r\n") + "x").readToEnd();
      assertThat(answer).startsWith("HTTP/1.1 408").contains(GatewayProblem.BODY_TOO_SLOW.name());
    }
  }

  @Test
  void a_body_is_counted_while_it_streams() throws IOException {
    try (Wire wire = new Wire(home)) {
      wire.send(head("POST", "/v1/centres/x", "Transfer-Encoding: chunked\r\n"));
      String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
      for (int i = 0; i < 40; i++) {
        wire.send(chunk);
      }
      String answer = wire.send("0\r\n\r\n").readToEnd();
      assertThat(answer).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
    }
    try (Wire wire = new Wire(home)) {
      String answer =
          wire.send(head("POST", "/v1/centres/x", "Content-Length: 3000000\r\n")).readAnswer();
      assertThat(answer).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
    }
  }
}
