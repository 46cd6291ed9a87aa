package fr.cadran.indicators.recomputation.application;

import fr.cadran.indicators.recomputation.domain.Recomputation;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Passes over a centre that could not be computed: what was known of it stays. */
@ApplicationScoped
public class SkipFailedCentre {
  private final Recomputations recomputations;

  SkipFailedCentre(Recomputations recomputations) {
    this.recomputations = recomputations;
  }

  /** Counts the centre as failed, unless it was computed meanwhile. */
  @Transactional
  public void skip(UUID id, Finess centre) {
    recomputations
        .take(id, centre)
        .ifPresent(taken -> recomputations.add(id, Recomputation.Progress.ONE_FAILED));
  }
}
