package fr.cadran.e2e;

import static fr.cadran.e2e.RunningPlatform.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A centre revokes a mandat while its editor is sending: the upload is cut within five seconds and
 * leaves nothing behind; what the centre sends itself goes on.
 */
class RevokedMandatE2E {
  private static final String CENTRE = "/v1/centres/930012345";
  private static final String MANDATS = CENTRE + "/mandats";
  private static final String BODY =
      """
      {"patients": {"callsReceived": 1000, "callsAnswered": 900, "appointments": 1410,
                    "passages": 1500, "withoutAppointment": 300}}
      """;
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @AfterEach
  void the_demo_editor_has_its_mandat_again() {
    as("centre-demo")
        .body(
            """
            {"clientId": "editor-demo", "scopes": ["quarterly-data:write", "appointments:write"],
             "validUntil": "2027-12-31"}
            """)
        .post(MANDATS)
        .then()
        .statusCode(201);
  }

  @Test
  void a_running_upload_ends_within_five_seconds_of_the_revocation() throws Exception {
    List<String> quarters = freeQuarters();
    String own = CENTRE + "/quarterly-data/" + quarters.get(0);
    String other = CENTRE + "/quarterly-data/" + quarters.get(1);
    try (SlowUpload editor = new SlowUpload("editor-demo", own);
        SlowUpload manager = new SlowUpload("centre-demo", other)) {
      editor.sendFor(3);
      manager.sendFor(1);
      assertThat(editor.answer).isNotDone();

      Instant revoked = revokeAllOf("editor-demo");
      editor.sendUntilAnswered();

      String answer = editor.answer.get(1, TimeUnit.SECONDS);
      assertThat(Duration.between(revoked, Instant.now())).isLessThan(LIMIT);
      assertThat(answer).startsWith("HTTP/1.1 404").contains("MANDAT_ENDED");
      assertThat(editor.closed.get(5, TimeUnit.SECONDS)).isTrue();

      manager.sendRest();
      assertThat(manager.answer.get(10, TimeUnit.SECONDS)).startsWith("HTTP/1.1 201");
    }
    // Nothing half-written, and the next callers do not notice.
    as("centre-demo").get(own).then().statusCode(404);
    as("centre-demo").get(other).then().statusCode(200);
    as("editor-demo").get(CENTRE).then().statusCode(404);
    as("editor-demo").body(BODY).put(own).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  private static Instant revokeAllOf(String client) {
    List<String> ids =
        as("centre-demo")
            .get(MANDATS + "?limit=500")
            .jsonPath()
            .getList(
                "items.findAll { it.clientId == '" + client + "' && it.state == 'ACTIVE' }.id");
    assertThat(ids).isNotEmpty();
    Instant before = Instant.now();
    for (String id : ids) {
      before = Instant.now();
      as("centre-demo").post(MANDATS + "/" + id + "/revocation").then().statusCode(200);
    }
    return before;
  }

  private static List<String> freeQuarters() {
    return IntStream.rangeClosed(2000, 2012)
        .boxed()
        .flatMap(year -> IntStream.rangeClosed(1, 4).mapToObj(quarter -> year + "-Q" + quarter))
        .filter(quarter ->
            as("centre-demo").get(CENTRE + "/quarterly-data/" + quarter).statusCode() == 404)
        .limit(2)
        .toList();
  }

  /** A PUT whose body comes a few bytes a second, as from a line that hardly carries. */
  private static final class SlowUpload implements AutoCloseable {
    private static final int STEP = 12;

    private final byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
    private final Socket socket;
    private final OutputStream out;
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
    private int sent;

    SlowUpload(String account, String path) throws IOException {
      URI gateway = URI.create(RunningPlatform.url());
      socket = new Socket(gateway.getHost(), gateway.getPort());
      out = socket.getOutputStream();
      out.write(
          """
          PUT %s HTTP/1.1
          Host: %s
          Authorization: Bearer %s
          Content-Type: application/json
          Content-Length: %d

          """
              .formatted(path, gateway.getAuthority(), RunningPlatform.token(account), body.length)
              .replace("\n", "\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Thread.ofVirtual().start(this::listen);
    }

    void sendFor(int seconds) throws IOException, InterruptedException {
      for (int i = 0; i < seconds; i++) {
        step();
        Thread.sleep(1000);
      }
    }

    void sendUntilAnswered() throws InterruptedException {
      for (int i = 0; i < 50 && !answer.isDone(); i++) {
        if (i % 10 == 0) {
          try {
            step();
          } catch (IOException cut) {
            return;
          }
        }
        Thread.sleep(100);
      }
    }

    void sendRest() throws IOException {
      out.write(body, sent, body.length - sent);
      out.flush();
      sent = body.length;
    }

    private void step() throws IOException {
      // Never the last byte: the upload is to be cut, not to be done.
      int count = Math.min(STEP, body.length - 1 - sent);
      out.write(body, sent, count);
      out.flush();
      sent += count;
    }

    private void listen() {
      byte[] buffer = new byte[8192];
      try {
        int count = socket.getInputStream().read(buffer);
        answer.complete(count < 0 ? "" : new String(buffer, 0, count, StandardCharsets.UTF_8));
        while (count >= 0) {
          count = socket.getInputStream().read(buffer);
        }
        closed.complete(true);
      } catch (IOException reset) {
        answer.completeExceptionally(reset);
        closed.complete(true);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
