package fr.cadran.indicators.recomputation.application;

import fr.cadran.indicators.quarterlydata.application.FindCentresWithData;
import fr.cadran.indicators.quarterlydata.application.RecomputeCentre;
import fr.cadran.indicators.recomputation.domain.Difference;
import fr.cadran.indicators.recomputation.domain.Recomputation;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Works on the next centre of a recomputation. */
@ApplicationScoped
public class ContinueRecomputation {
  private final Recomputations recomputations;
  private final FindCentresWithData findCentresWithData;
  private final RecomputeCentre recomputeCentre;
  private final Clock clock;

  ContinueRecomputation(
      Recomputations recomputations,
      FindCentresWithData findCentresWithData,
      RecomputeCentre recomputeCentre,
      Clock clock) {
    this.recomputations = recomputations;
    this.findCentresWithData = findCentresWithData;
    this.recomputeCentre = recomputeCentre;
    this.clock = clock;
  }

  /**
   * One centre in one transaction: results and progress are there together or not at all.
   *
   * @return whether there may be more to do; false also while another process works on it
   */
  @Transactional
  public boolean proceed(UUID id) {
    Optional<Recomputation> claimed = recomputations.claim(id);
    if (claimed.isEmpty()) {
      return false;
    }
    Recomputation recomputation = claimed.get();
    Optional<Finess> next = next(recomputation, findCentresWithData);
    if (next.isEmpty()) {
      recomputations.update(recomputation.finished(clock.instant()));
      return false;
    }
    Finess centre = next.get();
    RecomputeCentre.Outcome outcome = recomputeCentre.recompute(centre, recomputation.dryRun());
    List<Difference> differences = differences(centre, outcome);
    if (!differences.isEmpty()) {
      recomputations.addDifferences(id, differences);
    }
    recomputations.update(
        recomputation.after(
            centre,
            new Recomputation.Progress(
                1,
                0,
                outcome.values().current().size(),
                outcome.values().changes().size(),
                outcome.gains().computed(),
                outcome.gains().changes().size())));
    return true;
  }

  /** The only centre, or the next one with data; none when it is through. */
  static Optional<Finess> next(
      Recomputation recomputation, FindCentresWithData findCentresWithData) {
    Finess last = recomputation.lastCentre();
    Finess only = recomputation.centre();
    if (only != null) {
      return last == null ? Optional.of(only) : Optional.empty();
    }
    return findCentresWithData.find(last).stream().findFirst();
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
