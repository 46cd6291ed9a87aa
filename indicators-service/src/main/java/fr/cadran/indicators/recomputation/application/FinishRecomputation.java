package fr.cadran.indicators.recomputation.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Marks a recomputation done when nothing of it is left. */
@ApplicationScoped
public class FinishRecomputation {
  private final Recomputations recomputations;
  private final Clock clock;

  FinishRecomputation(Recomputations recomputations, Clock clock) {
    this.recomputations = recomputations;
    this.clock = clock;
  }

  /** Of several who ask, the one that did the last centre finds nothing left. */
  @Transactional
  public void finish(UUID id) {
    recomputations.finish(id, clock.instant());
  }
}
