package fr.cadran.indicators.recomputationrun;

import fr.cadran.indicators.recomputation.application.CentreNotRecomputedException;
import fr.cadran.indicators.recomputation.application.ContinueRecomputation;
import fr.cadran.indicators.recomputation.application.FindUnfinishedRecomputations;
import fr.cadran.indicators.recomputation.application.FinishRecomputation;
import fr.cadran.indicators.recomputation.application.RecomputationRequested;
import fr.cadran.indicators.recomputation.application.SkipFailedCentre;
import fr.cadran.kit.database.DatabaseOutage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs recomputations, each on as many threads as there are processors. What is left to do is in
 * the database, so several processes may share one and none takes what another works on.
 */
@ApplicationScoped
class RecomputationRun {
  private static final Logger LOG = Logger.getLogger(RecomputationRun.class);
  private static final long OUTAGE_SECONDS = 5;

  private final ContinueRecomputation continueRecomputation;
  private final SkipFailedCentre skipFailedCentre;
  private final FinishRecomputation finishRecomputation;
  private final FindUnfinishedRecomputations findUnfinishedRecomputations;
  private final CountDownLatch stopping = new CountDownLatch(1);

  RecomputationRun(
      ContinueRecomputation continueRecomputation,
      SkipFailedCentre skipFailedCentre,
      FinishRecomputation finishRecomputation,
      FindUnfinishedRecomputations findUnfinishedRecomputations) {
    this.continueRecomputation = continueRecomputation;
    this.skipFailedCentre = skipFailedCentre;
    this.finishRecomputation = finishRecomputation;
    this.findUnfinishedRecomputations = findUnfinishedRecomputations;
  }

  void resume(@Observes StartupEvent started) {
    findUnfinishedRecomputations.find().forEach(this::start);
  }

  void stop(@Observes ShutdownEvent stopped) {
    stopping.countDown();
  }

  void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecomputationRequested requested) {
    start(requested.id());
  }

  private void start(UUID id) {
    // Threads of the operating system: hours of computing must not keep calls from their turn.
    Thread.Builder threads = Thread.ofPlatform().daemon().name("recomputation-" + id + "-", 1);
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      threads.start(() -> run(id));
    }
  }

  private void run(UUID id) {
    boolean more = true;
    while (more && stopping.getCount() > 0) {
      try {
        more = proceed(id);
      } catch (RuntimeException fault) {
        LOG.warnf(fault, "recomputation %s is held up", id);
        pause();
      }
    }
  }

  private boolean proceed(UUID id) {
    try {
      boolean more = continueRecomputation.proceed(id);
      if (!more) {
        finishRecomputation.finish(id);
      }
      return more;
    } catch (CentreNotRecomputedException failed) {
      if (DatabaseOutage.isCauseOf(failed)) {
        throw failed;
      }
      LOG.errorf(failed, "recomputation %s: a centre is passed over", id);
      skipFailedCentre.skip(id, failed.centre());
      return true;
    }
  }

  private void pause() {
    try {
      boolean stopped = stopping.await(OUTAGE_SECONDS, TimeUnit.SECONDS);
      LOG.tracef("stopped while held up: %s", stopped);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }
}
