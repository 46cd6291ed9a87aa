package fr.cadran.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.client.ApiClient;
import fr.cadran.client.ApiException;
import fr.cadran.client.ApiResponse;
import fr.cadran.client.model.Problem;
import fr.cadran.client.model.ProblemEntry;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The platform as its users reach it: the gateway's address and tokens of the real accounts. */
final class RunningPlatform {
  // Tokens live five minutes; a new one well before that keeps a slow run from failing.
  private static final Duration FRESH = Duration.ofMinutes(2);

  private record Held(String token, Instant since) {}

  private static final Map<String, Held> TOKENS = new ConcurrentHashMap<>();
  private static final String URL = ask("url");
  private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

  private RunningPlatform() {}

  static RequestSpecification as(String account) {
    return anonymous().header("Authorization", "Bearer " + token(account));
  }

  static RequestSpecification anonymous() {
    return given().baseUri(URL).urlEncodingEnabled(false).contentType("application/json");
  }

  /** The platform for one account, by the generated client. */
  static ApiClient client(String account) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(URL);
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + token(account)));
    return client;
  }

  /** A call of the generated client. */
  interface Call {
    void make() throws ApiException;
  }

  /** Makes a call that must be refused and gives the refusal that its caller gets. */
  static Problem refused(int status, Call call) {
    ApiException refusal = catchThrowableOfType(ApiException.class, call::make);
    assertThat(refusal).as("the call must be refused").isNotNull();
    assertThat(refusal.getCode()).as(refusal.getResponseBody()).isEqualTo(status);
    try {
      return JSON.readValue(refusal.getResponseBody(), Problem.class);
    } catch (IOException noProblem) {
      throw new UncheckedIOException(noProblem);
    }
  }

  /** The codes of the faults that a refusal lists. */
  static List<String> codes(Problem refusal) {
    return refusal.getErrors().stream().map(ProblemEntry::getCode).toList();
  }

  /** The entity tag of an answer. */
  static String etag(ApiResponse<?> answer) {
    return answer.getHeaders().get("etag").getFirst();
  }

  static String token(String account) {
    Held held = TOKENS.get(account);
    if (held == null || held.since().plus(FRESH).isBefore(Instant.now())) {
      held = new Held(ask("token", account), Instant.now());
      TOKENS.put(account, held);
    }
    return held.token();
  }

  static String url() {
    return URL;
  }

  /** What a command of the launcher prints. */
  static String ask(String... words) {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("cadran.root"), "cadran.root"));
    ProcessBuilder command = new ProcessBuilder();
    command.command().add(root.resolve("platform").toString());
    command.command().addAll(List.of(words));
    command.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = command.start();
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      if (process.waitFor() != 0 || answer.isEmpty()) {
        throw new IllegalStateException(
            "./platform " + words[0] + " gave no answer: is the platform up?");
      }
      return answer;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
