package fr.cadran.gateway.forward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import fr.cadran.gateway.OddUpstream;
import fr.cadran.gateway.Upstream;
import fr.cadran.gateway.Wire;
import fr.cadran.gateway.door.InFlight;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the gateway holds at most: calls under way, and next to nothing of what streams through. */
@QuarkusTest
@TestProfile(BoundsTest.Bounded.class)
@QuarkusTestResource(
    value = CadranTestResource.class,
    initArgs = @ResourceArg(name = "with", value = ""))
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(value = OddUpstream.class, restrictToAnnotatedClass = true)
class BoundsTest {
  /** Room for few calls, but for large ones. */
  public static class Bounded implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "cadran.gateway.max-body", "256M",
          "cadran.gateway.body-time", "60S",
          "cadran.gateway.concurrency-per-service", "4");
    }
  }

  private static final String BEARER = Tokens.editor("editor-a").bearer();
  private static final int MEGABYTE = 1024 * 1024;
  private static final int MEGABYTES = 200;

  /** What sockets of the system may hold on the way, both of them, and then some. */
  private static final long ON_THE_WAY = 48L * MEGABYTE;

  @TestHTTPResource URI home;

  @Inject InFlight inFlight;

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

  @Test
  void a_full_service_is_a_503_and_another_one_is_not_full() throws IOException {
    List<Wire> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        Wire wire = new Wire(home);
        waiting.add(wire);
        // A body that does not come keeps the call under way.
        wire.send(head("POST", "/v1/contracts/silent", "Content-Length: 10\r\n"));
      }
      await().until(() -> inFlight.count() == 4);
      given()
          .header("Authorization", BEARER)
          .get("/v1/contracts")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", "1")
          .body("code", equalTo("GATEWAY_FULL"));
      given().header("Authorization", BEARER).get("/v1/centres").then().statusCode(200);
    } finally {
      for (Wire wire : waiting) {
        wire.close();
      }
    }
    await().until(() -> inFlight.count() == 0);
    given().header("Authorization", BEARER).get("/v1/contracts").then().statusCode(200);
  }

  @Test
  void a_large_body_waits_at_the_caller_and_not_in_the_gateway() throws Exception {
    AtomicLong sent = new AtomicLong();
    try (Wire wire = new Wire(home)) {
      wire.send(
          head(
              "POST",
              "/v1/contracts/sleepy",
              "Content-Length: " + (long) MEGABYTES * MEGABYTE + "\r\n"));
      OutputStream out = wire.out();
      Thread sender =
          Thread.ofVirtual()
              .start(() -> {
                byte[] block = new byte[MEGABYTE];
                try {
                  for (int i = 0; i < MEGABYTES; i++) {
                    out.write(block);
                    sent.addAndGet(MEGABYTE);
                  }
                } catch (IOException broken) {
                  throw new UncheckedIOException(broken);
                }
              });
      // The service sleeps for a second and a half before it reads.
      Thread.sleep(1_000);
      assertThat(sent.get()).isLessThan(ON_THE_WAY);
      assertThat(wire.readAnswer()).startsWith("HTTP/1.1 200").endsWith("200");
      sender.join();
    }
  }

  @Test
  void a_large_answer_waits_at_the_service_and_not_in_the_gateway() throws Exception {
    try (Wire wire = new Wire(home)) {
      wire.send(head("GET", "/v1/contracts/large", "Connection: close\r\n"));
      Thread.sleep(1_000);
      assertThat(Long.getLong(OddUpstream.WRITTEN, 0L)).isLessThan(ON_THE_WAY);
      long all = wire.count();
      assertThat(all).isGreaterThan((long) MEGABYTES * MEGABYTE);
    }
  }

  @Test
  void a_caller_who_asks_before_sending_is_told_to_go_on_or_why_not() throws IOException {
    try (Wire wire = new Wire(home)) {
      wire.send(head("POST", "/v1/centres/x", "Content-Length: 4\r\nExpect: 100-continue\r\n"));
      assertThat(wire.readAnswer()).startsWith("HTTP/1.1 100");
      assertThat(wire.send("abcd").readAnswer())
          .startsWith("HTTP/1.1 200")
          .contains("\"bytes\": 4");
    }
    try (Wire wire = new Wire(home)) {
      wire.send(
          "POST /v1/cpts HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
      assertThat(wire.readAnswer()).startsWith("HTTP/1.1 401");
    }
  }
}
