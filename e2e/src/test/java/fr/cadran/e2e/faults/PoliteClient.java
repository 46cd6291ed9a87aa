package fr.cadran.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A caller that tries again when an answer says that this may help, or when there is none, and
 * notes every answer that it should not have got.
 */
final class PoliteClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration TIMEOUT = Duration.ofSeconds(40);
  private static final long PAUSE_MILLIS = 300;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final PlatformUnderTest platform;
  private final Accounts accounts;
  private final HttpClient http;
  private volatile Answers answers = new Answers();

  PoliteClient(PlatformUnderTest platform, Accounts accounts, HttpClient http) {
    this.platform = platform;
    this.accounts = accounts;
    this.http = http;
  }

  /** An answer that its caller counted on. */
  record Answer(int status, String body, @Nullable String etag) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException unreadable) {
        throw new IllegalStateException(body, unreadable);
      }
    }
  }

  /** What is asked, and with which statuses it may be answered once all is well. */
  record Call(
      String account,
      String method,
      String path,
      @Nullable String body,
      Map<String, String> headers,
      Set<Integer> expected) {}

  /** Notes answers in a new list from now on. */
  Answers note() {
    Answers fresh = new Answers();
    answers = fresh;
    return fresh;
  }

  /** Notes what no caller should see. */
  void wrong(String what) {
    answers.wrong(what);
  }

  /**
   * Asks until there is an expected answer.
   *
   * @throws IllegalStateException when there is none in time, or one that is neither expected nor
   *     says that another attempt may help
   */
  Answer ask(Call call) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      long pause = PAUSE_MILLIS;
      String last;
      try {
        HttpResponse<String> answer = once(call);
        int status = answer.statusCode();
        if (call.expected().contains(status)) {
          answers.count(Integer.toString(status));
          return new Answer(
              status, answer.body(), answer.headers().firstValue("ETag").orElse(null));
        }
        last = refusal(call, answer);
        pause =
            answer.headers().firstValueAsLong("Retry-After").stream()
                .map(seconds -> Math.min(seconds * 1000, LONGEST_PAUSE_MILLIS))
                .findFirst()
                .orElse(PAUSE_MILLIS);
      } catch (NoTokenException away) {
        last = "no token";
      } catch (HttpTimeoutException silent) {
        last = "no answer";
      } catch (IOException cut) {
        last = "cut";
      }
      answers.count(last);
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            call.method() + " " + call.path() + " got nowhere: " + last);
      }
      Thread.sleep(pause);
    }
  }

  /** Without a token there is nothing to ask with. */
  private static final class NoTokenException extends IOException {
    private static final long serialVersionUID = 1;

    NoTokenException(IOException cause) {
      super(cause);
    }
  }

  private HttpResponse<String> once(Call call) throws IOException, InterruptedException {
    String token;
    try {
      token = accounts.token(call.account());
    } catch (IOException none) {
      throw new NoTokenException(none);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.gateway().resolve(call.path()))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                call.method(),
                call.body() == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** What a refusal is counted as; one that does not say that it may pass is wrong. */
  private String refusal(Call call, HttpResponse<String> answer) {
    int status = answer.statusCode();
    String code = code(answer).orElse("");
    String counted = status + " " + code;
    if (status == 401) {
      accounts.forget(call.account());
      return counted;
    }
    boolean passes =
        switch (status) {
          case 429, 502, 503, 504 -> !code.isEmpty();
          case 409 -> code.equals("IDEMPOTENCY_KEY_IN_FLIGHT");
          default -> false;
        };
    if (!passes) {
      String what = call.method() + " " + call.path() + " answered " + status + " " + answer.body();
      if (status < 500) {
        answers.count(counted);
        throw new IllegalStateException(what);
      }
      answers.wrong(what);
    }
    return counted;
  }

  private static Optional<String> code(HttpResponse<String> answer) {
    if (!answer
        .headers()
        .firstValue("Content-Type")
        .orElse("")
        .startsWith("application/problem+json")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(answer.body()).path("code").asText());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
