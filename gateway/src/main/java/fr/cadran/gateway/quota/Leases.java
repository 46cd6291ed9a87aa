package fr.cadran.gateway.quota;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gets slices from the ledger beside the calls: one thread, many wishes at a time. Without a ledger
 * each gateway gives out its own share and says so in its health.
 */
@Singleton
class Leases {
  private static final Logger LOG = Logger.getLogger(Leases.class);
  private static final int AT_ONCE = 200;

  private record Asked(Allowance allowance, Promise<Void> done) {}

  private final QuotaLedger ledger;
  private final QuotaConfig config;
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private volatile boolean alone;
  private long retryAt = System.nanoTime();
  private @Nullable Thread worker;

  Leases(QuotaLedger ledger, QuotaConfig config) {
    this.ledger = ledger;
    this.config = config;
  }

  void start(@Observes StartupEvent started) {
    worker = Thread.ofVirtual().name("quota-leases").start(this::work);
  }

  void stop(@Observes ShutdownEvent stopped) {
    if (worker != null) {
      worker.interrupt();
    }
  }

  /** Asks for a slice; done when it has come, or when it is clear that none comes. */
  Future<Void> ask(Allowance allowance) {
    Promise<Void> done = Promise.promise();
    asked.add(new Asked(allowance, done));
    return done.future();
  }

  /** Whether quotas are kept by this gateway alone at the moment. */
  boolean areLocal() {
    return alone;
  }

  private void work() {
    List<Asked> batch = new ArrayList<>();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        batch.add(asked.take());
        asked.drainTo(batch, AT_ONCE);
        answer(batch);
        batch.clear();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(List<Asked> batch) {
    List<QuotaLedger.Lease> leases = leases(batch);
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).allowance().receive(leases.get(i));
      batch.get(i).done().complete();
    }
  }

  private List<QuotaLedger.Lease> leases(List<Asked> batch) {
    if (!alone || System.nanoTime() - retryAt >= 0) {
      try {
        List<QuotaLedger.Lease> leases =
            ledger.lease(batch.stream().map(one -> one.allowance().wish()).toList());
        if (alone) {
          alone = false;
          LOG.info("quotas are shared between gateways again");
        }
        return leases;
      } catch (QuotaLedger.LedgerAwayException away) {
        if (!alone) {
          alone = true;
          LOG.warnf("quotas are kept by this gateway alone: %s", away.getMessage());
        }
        retryAt = System.nanoTime() + config.retry().toNanos();
      }
    }
    return batch.stream().map(one -> one.allowance().alone(config.shareWhenAlone())).toList();
  }
}
