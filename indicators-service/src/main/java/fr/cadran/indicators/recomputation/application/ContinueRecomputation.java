package fr.cadran.indicators.recomputation.application;

import fr.cadran.indicators.quarterlydata.application.RecomputeCentre;
import fr.cadran.indicators.recomputation.domain.Difference;
import fr.cadran.indicators.recomputation.domain.Recomputation;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Works on the next centre of a recomputation. */
@ApplicationScoped
public class ContinueRecomputation {
  private final Recomputations recomputations;
  private final RecomputeCentre recomputeCentre;

  ContinueRecomputation(Recomputations recomputations, RecomputeCentre recomputeCentre) {
    this.recomputations = recomputations;
    this.recomputeCentre = recomputeCentre;
  }

  /**
   * One centre in one transaction: results and progress are there together or not at all.
   *
   * @return whether there may be more to do; false also while others work on the last ones
   * @throws CentreNotRecomputedException when the centre that was taken cannot be computed
   */
  @Transactional
  public boolean proceed(UUID id) {
    Optional<Finess> next = recomputations.take(id);
    if (next.isEmpty()) {
      return false;
    }
    Finess centre = next.get();
    Recomputation recomputation = recomputations.find(id).orElseThrow(ProblemException::notFound);
    RecomputeCentre.Outcome outcome = outcome(centre, recomputation.dryRun());
    List<Difference> differences = differences(centre, outcome);
    if (!differences.isEmpty()) {
      recomputations.addDifferences(id, differences);
    }
    recomputations.add(
        id,
        new Recomputation.Progress(
            1,
            0,
            outcome.values().current().size(),
            outcome.values().changes().size(),
            outcome.gains().computed(),
            outcome.gains().changes().size()));
    return true;
  }

  private RecomputeCentre.Outcome outcome(Finess centre, boolean dryRun) {
    try {
      return recomputeCentre.recompute(centre, dryRun);
    } catch (RuntimeException failed) {
      throw new CentreNotRecomputedException(centre, failed);
    }
  }

  private static List<Difference> differences(Finess centre, RecomputeCentre.Outcome outcome) {
    List<Difference> differences = new ArrayList<>();
    outcome
        .values()
        .changes()
        .forEach(change ->
            differences.add(
                new Difference(
                    centre,
                    change.quarter(),
                    Difference.Kind.VALUE,
                    change.indicator(),
                    change.period().name(),
                    change.specialty(),
                    change.before(),
                    change.after())));
    outcome
        .gains()
        .changes()
        .forEach(change ->
            differences.add(
                new Difference(
                    centre,
                    change.quarter(),
                    Difference.Kind.GAIN,
                    change.method().code(),
                    "QUARTER",
                    null,
                    change.before(),
                    change.after())));
    return differences;
  }
}
