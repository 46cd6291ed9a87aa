package fr.cadran.gateway.revocation;

import static fr.cadran.gateway.revocation.MandatMessages.active;
import static fr.cadran.gateway.revocation.MandatMessages.mandat;
import static fr.cadran.gateway.revocation.MandatMessages.revoked;
import static fr.cadran.gateway.revocation.MandatMessages.tell;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.infra.KafkaProbe;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Uploads of one chunk a second through the gateway, with the real broker telling mandats. */
@QuarkusTest
@QuarkusTestResource(
    value = CadranTestResource.class,
    initArgs = @ResourceArg(name = "with", value = "Kafka"))
@QuarkusTestResource(fr.cadran.gateway.Upstream.class)
@QuarkusTestResource(value = RecordingUpstream.class, restrictToAnnotatedClass = true)
class RunningUploadsTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String CHUNK = "0123456789";
  private static final int CHUNKS = 12;

  private static KafkaProbe broker;

  @TestHTTPResource URI home;

  @BeforeAll
  static void topic() {
    broker = KafkaProbe.shared();
    broker.createTopic(MandatMessages.TOPIC, 3);
  }

  @AfterEach
  void the_next_call_is_answered() {
    given()
        .header("Authorization", Tokens.arsAgent("departement:93").bearer())
        .body("x")
        .post("/v1/centres")
        .then()
        .statusCode(200);
  }

  @Test
  void an_upload_is_cut_when_its_mandat_is_revoked_and_the_others_go_on() throws Exception {
    tell(broker, "930000011", 1, active("one"), active("two"));
    tell(broker, "930000012", 1, active("one"));
    awaitHeard(2);
    try (Upload cut = upload("930000011", Tokens.editor("one"));
        Upload sameCentre = upload("930000011", Tokens.editor("two"));
        Upload sameClient = upload("930000012", Tokens.editor("one"));
        Upload manager = upload("930000011", Tokens.centreManager("930000011"))) {
      Thread.sleep(3000);
      assertThat(cut.answer).isNotDone();

      Instant told = Instant.now();
      tell(broker, "930000011", 2, revoked("one"), active("two"));

      assertThat(cut.answer.get(5, TimeUnit.SECONDS))
          .startsWith("HTTP/1.1 404")
          .contains("\"code\":\"MANDAT_ENDED\"")
          .containsIgnoringCase("connection: close");
      assertThat(Duration.between(told, Instant.now())).isLessThan(LIMIT);
      assertThat(cut.closed.get(5, TimeUnit.SECONDS)).isTrue();
      for (Upload other : new Upload[] {sameCentre, sameClient, manager}) {
        assertThat(other.answer.get(30, TimeUnit.SECONDS)).startsWith("HTTP/1.1 200");
      }
    }
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(upstream())
                .containsPattern("cut \\[.*/v1/centres/930000011/quarterly-data/2013-Q3"));
  }

  @Test
  void an_upload_for_which_no_mandat_is_known_ends_after_the_grace_as_if_there_were_no_centre()
      throws Exception {
    tell(broker, "930000021", 1, active("else"));
    awaitHeard(1);
    try (Upload never = upload("930000021", Tokens.editor("never"));
        Upload unknown = upload("930000029", Tokens.editor("never"))) {
      for (Upload each : new Upload[] {never, unknown}) {
        assertThat(each.answer.get(8, TimeUnit.SECONDS))
            .startsWith("HTTP/1.1 404")
            .contains("\"code\":\"NOT_FOUND\"");
      }
    }
  }

  @Test
  void an_upload_whose_mandat_arrives_a_moment_later_goes_on() throws Exception {
    try (Upload early = upload("930000031", Tokens.editor("fresh"))) {
      Thread.sleep(1000);
      tell(broker, "930000031", 1, active("fresh"));
      assertThat(early.answer.get(30, TimeUnit.SECONDS)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void a_mandat_for_something_else_or_of_the_past_does_not_carry_an_upload() throws Exception {
    tell(broker, "930000041", 1, mandat("other", "appointments:write", null, null));
    tell(broker, "930000042", 1, mandat("past", "quarterly-data:write", "2026-01-31", null));
    try (Upload other = upload("930000041", Tokens.editor("other"));
        Upload past = upload("930000042", Tokens.editor("past"))) {
      assertThat(other.answer.get(8, TimeUnit.SECONDS)).contains("NOT_FOUND");
      assertThat(past.answer.get(8, TimeUnit.SECONDS)).contains("MANDAT_ENDED");
    }
  }

  @Test
  void a_message_that_cannot_be_read_stops_nothing() throws Exception {
    MandatMessages.send(broker, "930000051", 1, "{".getBytes(StandardCharsets.UTF_8));
    tell(broker, "930000051", 2, active("one"));
    awaitHeard(1);
    try (Upload upload = upload("930000051", Tokens.editor("one"))) {
      Thread.sleep(1500);
      tell(broker, "930000051", 3, revoked("one"));
      assertThat(upload.answer.get(5, TimeUnit.SECONDS)).contains("MANDAT_ENDED");
    }
  }

  @Test
  void the_refusal_is_documented_and_the_health_says_that_mandats_are_heard() {
    given().get("/v1/problems/gateway/MANDAT_ENDED").then().statusCode(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            given()
                .get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("mandats"))
                .body("status", equalTo("UP")));
  }

  private static void awaitHeard(int centres) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            given()
                    .get("/q/health/well")
                    .jsonPath()
                    .getInt("checks.find { it.name == 'mandats' }.data.centres")
                >= centres);
  }

  private static String upstream() {
    return given()
        .header("Authorization", Tokens.auditor().bearer())
        .get("/v1/specialties")
        .asString();
  }

  private Upload upload(String finess, Token token) throws IOException {
    return new Upload(home, "/v1/centres/" + finess + "/quarterly-data/2013-Q3", token);
  }

  /** A PUT of one chunk a second until it is done, answered or cut. */
  private static final class Upload implements AutoCloseable {
    private final Socket socket;
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

    Upload(URI home, String path, Token token) throws IOException {
      socket = new Socket(home.getHost(), home.getPort());
      write(
          "PUT "
              + path
              + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
              + token.bearer()
              + "\r\n"
              + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
      Thread.ofVirtual().start(this::send);
      Thread.ofVirtual().start(this::listen);
    }

    private void send() {
      try {
        for (int i = 0; i < CHUNKS && !answer.isDone(); i++) {
          write("a\r\n" + CHUNK + "\r\n");
          Thread.sleep(1000);
        }
        write("0\r\n\r\n");
      } catch (IOException cut) {
        // The other end has closed: the answer says why.
        return;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    private void listen() {
      byte[] buffer = new byte[8192];
      try {
        int count = socket.getInputStream().read(buffer);
        answer.complete(count < 0 ? "" : new String(buffer, 0, count, StandardCharsets.UTF_8));
        while (count >= 0) {
          count = socket.getInputStream().read(buffer);
        }
      } catch (IOException reset) {
        answer.completeExceptionally(reset);
      }
      closed.complete(true);
    }

    private void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
