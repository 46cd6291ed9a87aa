package fr.cadran.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.kit.problem.CommonProblem;
import fr.cadran.kit.problem.Problem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.ProblemWriter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that says it is too large before reading it. A body that does not say its length
 * is cut by the server's own limit.
 */
@Singleton
public class BodyLimit {
  private static final int BEFORE_EVERYTHING_ELSE = 1000;

  private final long bytes;
  private final ProblemWriter writer;
  private final ObjectMapper mapper;

  BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
      ProblemWriter writer,
      ObjectMapper mapper) {
    this.bytes = limit.asLongValue();
    this.writer = writer;
    this.mapper = mapper;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING_ELSE);
  }

  private void check(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null || !isAbove(length)) {
      context.next();
      return;
    }
    ProblemException refusal = ProblemException.of(CommonProblem.BODY_TOO_LARGE);
    Problem problem =
        writer.problem(
            refusal,
            context.request().path(),
            context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        // The rest of the body is not read, so the connection cannot be used again.
        .putHeader("Connection", "close")
        .end(json(problem));
  }

  private String json(Problem problem) {
    try {
      return mapper.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private boolean isAbove(String length) {
    try {
      return Long.parseLong(length.trim()) > bytes;
    } catch (NumberFormatException notALength) {
      // The HTTP server itself refuses such a request.
      return false;
    }
  }
}
