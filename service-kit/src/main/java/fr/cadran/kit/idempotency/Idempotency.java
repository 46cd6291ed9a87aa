package fr.cadran.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code Idempotency-Key}: the same key and the same request within 24 hours get the stored answer,
 * the work is not done twice.
 *
 * <p>The key is claimed before the work, in a transaction of its own, so that a second request sees
 * it; the answer is stored in the work's own transaction, so that effect and answer are there
 * together or not at all. A refused request frees its key. A claim whose process died is free again
 * after a minute: its effect was rolled back with its answer.
 */
@Singleton
public class Idempotency {
  public static final String HEADER = "Idempotency-Key";

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration CLAIM = Duration.ofMinutes(1);
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,128}");

  private final JdbcIdempotencyStore store;
  private final ObjectMapper mapper;
  private final Clock clock;

  Idempotency(JdbcIdempotencyStore store, ObjectMapper mapper, Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * Does the work once per key.
   *
   * @param headers of the request; without the key the work is simply done
   * @param caller whose client the key belongs to
   * @param operation what is asked, with its path parameters
   * @param request the request's body as it was read
   * @param work makes the answer; its transaction is joined
   * @throws ProblemException {@code IDEMPOTENCY_KEY_INVALID} (400), {@code
   *     IDEMPOTENCY_KEY_IN_FLIGHT} (409), {@code IDEMPOTENCY_KEY_REUSED} (422)
   */
  public Response once(
      HttpHeaders headers,
      Caller caller,
      String operation,
      @Nullable Object request,
      Supplier<Response> work) {
    return once(headers, caller, operation, request, () -> {}, work);
  }

  /**
   * Does the work once per key, and tells its answer again only to who may still do it.
   *
   * @param admission refuses a caller that has lost its reach since; the work asks by itself
   * @throws ProblemException what {@link #once(HttpHeaders, Caller, String, Object, Supplier)} and
   *     the admission refuse with
   */
  public Response once(
      HttpHeaders headers,
      Caller caller,
      String operation,
      @Nullable Object request,
      Runnable admission,
      Supplier<Response> work) {
    String key = headers.getHeaderString(HEADER);
    if (key == null) {
      return work.get();
    }
    if (!FORM.matcher(key).matches()) {
      throw ProblemException.of(KitProblem.IDEMPOTENCY_KEY_INVALID);
    }
    String fingerprint = fingerprint(caller.subject(), operation, request);
    Instant now = clock.instant();
    Optional<JdbcIdempotencyStore.Claim> earlier =
        QuarkusTransaction.requiringNew()
            .call(() ->
                store.claim(
                    caller.clientId(), key, fingerprint, now, now.plus(CLAIM), now.minus(KEPT)));
    if (earlier.isPresent()) {
      admission.run();
      return replay(earlier.get(), fingerprint);
    }
    try {
      return QuarkusTransaction.joiningExisting()
          .call(() -> {
            Response answer = work.get();
            store.complete(caller.clientId(), key, stored(answer));
            return answer;
          });
    } catch (RuntimeException refused) {
      QuarkusTransaction.requiringNew().run(() -> store.release(caller.clientId(), key));
      throw refused;
    }
  }

  /**
   * Does the work once per key, and not at all without one: for what a repeat would double, such as
   * a signature or a payment.
   *
   * @throws ProblemException {@code IDEMPOTENCY_KEY_MISSING} (400), and what {@link #once} refuses
   *     with
   */
  public Response onceRequired(
      HttpHeaders headers,
      Caller caller,
      String operation,
      @Nullable Object request,
      Supplier<Response> work) {
    if (headers.getHeaderString(HEADER) == null) {
      throw ProblemException.of(KitProblem.IDEMPOTENCY_KEY_MISSING);
    }
    return once(headers, caller, operation, request, work);
  }

  private static Response replay(JdbcIdempotencyStore.Claim earlier, String fingerprint) {
    if (!earlier.fingerprint().equals(fingerprint)) {
      throw ProblemException.of(KitProblem.IDEMPOTENCY_KEY_REUSED);
    }
    StoredAnswer answer = earlier.answer();
    if (answer == null) {
      throw ProblemException.retryable(KitProblem.IDEMPOTENCY_KEY_IN_FLIGHT, 1);
    }
    Response.ResponseBuilder replayed =
        Response.status(answer.status()).header("Idempotent-Replayed", "true");
    if (answer.location() != null) {
      replayed.header(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.etag() != null) {
      replayed.header(HttpHeaders.ETAG, answer.etag());
    }
    if (answer.body() != null) {
      replayed.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
    }
    return replayed.build();
  }

  private StoredAnswer stored(Response answer) {
    return new StoredAnswer(
        answer.getStatus(),
        answer.getHeaderString(HttpHeaders.LOCATION),
        answer.getEntityTag() == null ? null : '"' + answer.getEntityTag().getValue() + '"',
        answer.getEntity() == null ? null : json(answer.getEntity()));
  }

  private String fingerprint(String subject, String operation, @Nullable Object request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String text = subject + '\n' + operation + '\n' + (request == null ? "" : json(request));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private String json(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
