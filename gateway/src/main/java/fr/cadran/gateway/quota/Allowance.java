package fr.cadran.gateway.quota;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What this gateway may let one caller do in one period: the calls it holds a lease for. Begins
 * with one slice on credit, so that the first call does not wait; the first lease pays it back.
 */
final class Allowance {
  private final String caller;
  private final String group;
  private final long window;
  private final Duration period;
  private final long limit;
  private final long slice;
  private final Bucket bucket;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile long credit;
  private volatile long left;
  // Only the thread of the leases counts what is held.
  private long held;
  private volatile Future<Void> coming = Future.succeededFuture();

  Allowance(String caller, String group, long window, Duration period, long limit, int slices) {
    this.caller = caller;
    this.group = group;
    this.window = window;
    this.period = period;
    this.limit = limit;
    this.slice = Math.max(1, limit / slices);
    this.credit = slice;
    this.left = limit - slice;
    this.bucket =
        Bucket.builder()
            .addLimit(bandwidth ->
                bandwidth
                    .capacity(limit)
                    // Never refilled here: at the end of the period comes another allowance.
                    .refillIntervallyAligned(
                        limit, period, Instant.ofEpochSecond(window).plus(period))
                    .initialTokens(slice))
            .build();
  }

  /**
   * The answer to one call.
   *
   * @param allowed whether it may go on
   * @param remaining how many calls the caller has left, in all gateways
   * @param undecided whether a lease may still bring room for it
   */
  record Verdict(boolean allowed, long remaining, boolean undecided) {}

  Verdict take() {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    long more = left;
    return new Verdict(
        probe.isConsumed(),
        Math.max(probe.getRemainingTokens(), 0) + more,
        !probe.isConsumed() && (more > 0 || asking.get()));
  }

  /** What is left, without taking of it. */
  long remaining() {
    return Math.max(bucket.getAvailableTokens(), 0) + left;
  }

  /** Whether a lease should be asked for now; true once until it has come. */
  boolean shouldAsk() {
    return (credit > 0 || left > 0)
        && bucket.getAvailableTokens() <= slice / 2
        && asking.compareAndSet(false, true);
  }

  /** A lease has been asked for. */
  void awaits(Future<Void> lease) {
    coming = lease;
  }

  /** Done when no lease is on its way. */
  Future<Void> coming() {
    return coming;
  }

  QuotaLedger.Wish wish() {
    return new QuotaLedger.Wish(caller, group, window, credit + slice, limit);
  }

  /** The answer of the ledger: first what was spent on credit is paid back from it. */
  void receive(QuotaLedger.Lease lease) {
    long fresh = lease.calls() - credit;
    credit = 0;
    held += lease.calls();
    left = lease.left();
    if (fresh > 0) {
      bucket.addTokens(fresh);
    } else if (fresh < 0) {
      bucket.consumeIgnoringRateLimits(-fresh);
    }
    asking.set(false);
  }

  /** What this gateway gives by itself while there is no ledger. */
  QuotaLedger.Lease alone(double share) {
    long mine = Math.max(1, (long) (limit * share));
    long calls = Math.clamp(mine - held, 0, credit + slice);
    return new QuotaLedger.Lease(calls, Math.max(mine - held - calls, 0));
  }

  long limit() {
    return limit;
  }

  long window() {
    return window;
  }

  /** End of the period, seconds since 1970. */
  long resetAt() {
    return window + period.toSeconds();
  }
}
