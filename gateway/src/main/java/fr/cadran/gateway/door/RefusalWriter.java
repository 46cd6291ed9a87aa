package fr.cadran.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.kit.edge.ProblemWriter;
import fr.cadran.kit.http.Languages;
import fr.cadran.kit.problem.Problem;
import fr.cadran.kit.problem.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;

/** Answers a refused call and leaves its connection in a state that harms nobody. */
@Singleton
public class RefusalWriter {
  /** What is left of a smaller body is read away, so that the connection can be used again. */
  private static final long SMALL_BODY = 64 * 1024;

  private static final long LINGER_MILLIS = 2_000;

  private final ProblemWriter problems;
  private final ObjectMapper mapper;
  private final Vertx vertx;

  RefusalWriter(ProblemWriter problems, ObjectMapper mapper, Vertx vertx) {
    this.problems = problems;
    this.mapper = mapper;
    this.vertx = vertx;
  }

  /** Sends the refusal; cuts the connection when an answer has already begun. */
  public void write(RoutingContext context, ProblemException refusal) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    Problem problem = problems.problem(refusal, request.path(), language);
    response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, Languages.preferred(language).toString())
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.status() == 401) {
      response.putHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (refusal.retryAfterSeconds() != null) {
      response.putHeader(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds().toString());
    }
    boolean closing = mayHaveMuchToRead(request);
    if (closing) {
      response.putHeader("Connection", "close");
    }
    response.end(json(problem));
    readAway(request, closing);
  }

  /** Whether waiting for the rest of the body costs more than a new connection. */
  private static boolean mayHaveMuchToRead(HttpServerRequest request) {
    if (request.headers().contains("Transfer-Encoding")) {
      return true;
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length != null && Long.parseLong(length) > SMALL_BODY;
    } catch (NumberFormatException odd) {
      return true;
    }
  }

  /**
   * A connection that is closed on a caller who still sends is reset, and the answer lost with it;
   * so what comes is read away for a short while.
   */
  private void readAway(HttpServerRequest request, boolean closing) {
    if (request.isEnded()) {
      if (closing) {
        request.connection().close();
      }
      return;
    }
    long timer = vertx.setTimer(LINGER_MILLIS, late -> request.connection().close());
    request.handler(discarded -> {});
    request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    request.endHandler(all -> {
      vertx.cancelTimer(timer);
      if (closing) {
        request.connection().close();
      }
    });
    request.resume();
  }

  private Buffer json(Problem problem) {
    try {
      return Buffer.buffer(mapper.writeValueAsBytes(problem));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
