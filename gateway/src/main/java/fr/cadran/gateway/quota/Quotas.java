package fr.cadran.gateway.quota;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The allowances of this period, by caller and group of routes. */
@Singleton
class Quotas {
  private static final String DEFAULT = "default";

  /** More callers than this in one period share one allowance: memory is bounded, too. */
  private static final int MOST_CALLERS = 100_000;

  private static final String CROWD = "*";

  private record Key(String caller, String group) {}

  private final QuotaConfig config;
  private final Leases leases;
  private final Clock clock;
  private final long period;
  private final Map<Key, Allowance> allowances = new ConcurrentHashMap<>();
  private final AtomicLong current = new AtomicLong();

  Quotas(QuotaConfig config, Leases leases, Clock clock) {
    this.config = config;
    this.leases = leases;
    this.clock = clock;
    this.period = config.period().toSeconds();
    if (!config.groups().containsKey(DEFAULT) || period < 1) {
      throw new IllegalStateException(
          "cadran.gateway.quota needs groups.default and a period of at least one second");
    }
  }

  /** The allowance of a caller in the period that it is now. */
  Allowance of(String caller, String group) {
    return of(caller, group, config.slices());
  }

  private Allowance of(String caller, String group, int slices) {
    long window = clock.instant().getEpochSecond() / period * period;
    forgetBefore(window);
    Key key = new Key(allowances.size() < MOST_CALLERS ? caller : CROWD, group);
    Allowance known = allowances.get(key);
    if (known != null && known.window() == window) {
      return known;
    }
    return Objects.requireNonNull(
        allowances.compute(
            key,
            (same, old) ->
                old != null && old.window() == window ? old : fresh(key, window, slices)));
  }

  /** An allowance that only this gateway counts, whole from the start. */
  Allowance local(String caller, String group) {
    return of(caller, group, 1);
  }

  private Allowance fresh(Key key, long window, int slices) {
    long limit =
        config.groups().getOrDefault(key.group(), config.groups().getOrDefault(DEFAULT, 1));
    return new Allowance(key.caller(), key.group(), window, config.period(), limit, slices);
  }

  /** Takes one call from an allowance; waits a moment when a slice is on its way. */
  Future<Allowance.Verdict> take(Allowance allowance) {
    Allowance.Verdict verdict = allowance.take();
    if (allowance.shouldAsk()) {
      allowance.awaits(leases.ask(allowance));
    }
    if (!verdict.undecided()) {
      return Future.succeededFuture(verdict);
    }
    return allowance
        .coming()
        .timeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
        .transform(waited -> {
          Allowance.Verdict second = allowance.take();
          // A ledger that keeps a call waiting is the platform's fault, not the caller's.
          return second.undecided()
              ? Future.succeededFuture(new Allowance.Verdict(true, 0, false))
              : Future.succeededFuture(second);
        });
  }

  private void forgetBefore(long window) {
    long last = current.get();
    if (last != window && current.compareAndSet(last, window)) {
      allowances.values().removeIf(allowance -> allowance.window() < window);
    }
  }
}
