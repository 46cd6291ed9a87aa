package fr.cadran.indicators.recomputation.application;

import fr.cadran.indicators.quarterlydata.application.FindCentresWithData;
import fr.cadran.indicators.recomputation.domain.Recomputation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Passes over a centre that could not be computed: what was known of it stays. */
@ApplicationScoped
public class SkipFailedCentre {
  private final Recomputations recomputations;
  private final FindCentresWithData findCentresWithData;

  SkipFailedCentre(Recomputations recomputations, FindCentresWithData findCentresWithData) {
    this.recomputations = recomputations;
    this.findCentresWithData = findCentresWithData;
  }

  /** Counts the next centre as failed. */
  @Transactional
  public void skip(UUID id) {
    recomputations
        .claim(id)
        .ifPresent(recomputation ->
            ContinueRecomputation.next(recomputation, findCentresWithData)
                .ifPresent(centre ->
                    recomputations.update(
                        recomputation.after(
                            centre, new Recomputation.Progress(0, 1, 0, 0, 0, 0)))));
  }
}
