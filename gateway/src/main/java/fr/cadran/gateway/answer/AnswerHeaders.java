package fr.cadran.gateway.answer;

import fr.cadran.kit.http.Correlation;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Headers that keep a browser from doing more with an answer than showing it to who asked, and none
 * that tell what we are made of. A service that says something itself about caching, framing or
 * content knows better and is left alone.
 */
@Singleton
class AnswerHeaders {
  private static final int BEFORE_THE_DOOR = 20_000;

  private final @Nullable String strictTransport;

  AnswerHeaders(AnswerConfig config) {
    this.strictTransport = config.strictTransportSecurity().orElse(null);
  }

  void watch(@Observes Filters filters) {
    filters.register(
        context -> {
          context.addHeadersEndHandler(headSoon -> complete(context));
          context.next();
        },
        BEFORE_THE_DOOR);
  }

  private void complete(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.remove("Server").remove("X-Powered-By");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    setIfAbsent(headers, "Cache-Control", "no-store");
    setIfAbsent(headers, "X-Frame-Options", "DENY");
    setIfAbsent(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    if (strictTransport != null) {
      headers.set("Strict-Transport-Security", strictTransport);
    }
    // The door has put a harmless one there; before that, nothing of it may come back.
    if (context.get(Correlation.REQUEST_ID) instanceof String requestId) {
      setIfAbsent(headers, Correlation.REQUEST_ID, requestId);
    }
  }

  private static void setIfAbsent(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
