package fr.cadran.indicators.recomputationrun;

import fr.cadran.indicators.recomputation.application.ContinueRecomputation;
import fr.cadran.indicators.recomputation.application.FindUnfinishedRecomputations;
import fr.cadran.indicators.recomputation.application.RecomputationRequested;
import fr.cadran.indicators.recomputation.application.SkipFailedCentre;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Runs recomputations, each on a thread of its own. Progress is in the database, so several
 * processes may try: one of them works on a recomputation at a time.
 */
@ApplicationScoped
class RecomputationRun {
  private static final Logger LOG = Logger.getLogger(RecomputationRun.class);

  private final ContinueRecomputation continueRecomputation;
  private final SkipFailedCentre skipFailedCentre;
  private final FindUnfinishedRecomputations findUnfinishedRecomputations;

  RecomputationRun(
      ContinueRecomputation continueRecomputation,
      SkipFailedCentre skipFailedCentre,
      FindUnfinishedRecomputations findUnfinishedRecomputations) {
    this.continueRecomputation = continueRecomputation;
    this.skipFailedCentre = skipFailedCentre;
    this.findUnfinishedRecomputations = findUnfinishedRecomputations;
  }

  void resume(@Observes StartupEvent started) {
    findUnfinishedRecomputations.find().forEach(this::start);
  }

  void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecomputationRequested requested) {
    start(requested.id());
  }

  private void start(UUID id) {
    Thread.ofVirtual().name("recomputation-" + id).start(() -> run(id));
  }

  private void run(UUID id) {
    boolean more = true;
    while (more) {
      try {
        more = continueRecomputation.proceed(id);
      } catch (RuntimeException failed) {
        LOG.errorf(failed, "recomputation %s: a centre could not be computed", id);
        skipFailedCentre.skip(id);
      }
    }
  }
}
