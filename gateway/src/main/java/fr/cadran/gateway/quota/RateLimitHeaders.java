package fr.cadran.gateway.quota;

import io.vertx.core.MultiMap;
import java.time.Clock;

/**
 * The trio that the French state's APIs send: the limit, what is left, and the end of the period as
 * a Unix timestamp.
 */
final class RateLimitHeaders {
  static final String LIMIT = "RateLimit-Limit";
  static final String REMAINING = "RateLimit-Remaining";
  static final String RESET = "RateLimit-Reset";

  private RateLimitHeaders() {}

  static void write(MultiMap headers, Allowance allowance, long remaining) {
    headers
        .set(LIMIT, Long.toString(allowance.limit()))
        .set(REMAINING, Long.toString(Math.min(remaining, allowance.limit())))
        .set(RESET, Long.toString(allowance.resetAt()));
  }

  /** Seconds until the period is over, at least one. */
  static int secondsLeft(Allowance allowance, Clock clock) {
    return Math.toIntExact(Math.max(1, allowance.resetAt() - clock.instant().getEpochSecond()));
  }
}
