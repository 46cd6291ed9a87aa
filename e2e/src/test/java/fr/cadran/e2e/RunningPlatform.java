package fr.cadran.e2e;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

  private RunningPlatform() {}

  static RequestSpecification as(String account) {
    return anonymous().header("Authorization", "Bearer " + token(account));
  }

  static RequestSpecification anonymous() {
    return given().baseUri(URL).urlEncodingEnabled(false).contentType("application/json");
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
    command.command().addAll(java.util.List.of(words));
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
