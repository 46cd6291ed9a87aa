package fr.cadran.kit.http;

import fr.cadran.kit.id.IdSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ties an answer to the log lines and spans that it caused. */
@Singleton
public class Correlation {
  public static final String REQUEST_ID = "X-Request-Id";

  // Whatever a caller sends goes into logs, so only harmless characters, and few of them.
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final IdSource ids;

  Correlation(IdSource ids) {
    this.ids = ids;
  }

  /** The caller's request id when it is harmless, else a new one. */
  public String requestId(@Nullable String sent) {
    return sent != null && HARMLESS.matcher(sent).matches() ? sent : ids.next().toString();
  }

  /** The id of the current trace (32 hexadecimal digits). */
  public String traceId() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? span.getTraceId() : ids.next().toString().replace("-", "");
  }
}
