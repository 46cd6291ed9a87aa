package fr.cadran.indicators.recomputation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Finds what a process that ended left undone. */
@ApplicationScoped
public class FindUnfinishedRecomputations {
  private final Recomputations recomputations;

  FindUnfinishedRecomputations(Recomputations recomputations) {
    this.recomputations = recomputations;
  }

  /** In the order in which they were asked for. */
  public List<UUID> find() {
    return recomputations.unfinished();
  }
}
