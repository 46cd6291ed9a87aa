package fr.cadran.testing.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends the calls of the matrix: thousands, so over one plain client with kept connections. */
final class AccessClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong sent = new AtomicLong();

  AccessClient(String base) {
    this.base = base;
  }

  /** How many calls were sent. */
  long sent() {
    return sent.get();
  }

  /**
   * Sends a call.
   *
   * @param bearer null to send no token
   */
  Answer send(String method, Call call, @Nullable String bearer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + call.path()))
            .timeout(PATIENCE)
            .header("Accept-Language", "en");
    String body = call.body();
    if (body != null) {
      request.header("Content-Type", call.contentType());
    }
    call.headers()
        .forEach((name, value) -> {
          if (!value.isEmpty()) {
            request.header(name, value);
          }
        });
    if (method.equals("POST") && !call.headers().containsKey("Idempotency-Key")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (bearer != null) {
      request.header("Authorization", bearer);
    }
    request.method(
        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.bytes()));
    sent.incrementAndGet();
    try {
      HttpResponse<String> answer =
          http.send(
              request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
      return new Answer(
          answer.statusCode(),
          answer.headers().map(),
          new String(answer.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + call.path(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during " + method + " " + call.path(), e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
