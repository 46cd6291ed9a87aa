package fr.cadran.indicators.recomputation.application;

import fr.cadran.indicators.access.application.AccessPolicy;
import fr.cadran.indicators.quarterlydata.application.FindCentresWithData;
import fr.cadran.indicators.recomputation.domain.Recomputation;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for every value and gain to be computed again. */
@ApplicationScoped
public class RequestRecomputation {
  private final Recomputations recomputations;
  private final FindCentresWithData findCentresWithData;
  private final Event<RecomputationRequested> requested;
  private final IdSource ids;
  private final Clock clock;

  RequestRecomputation(
      Recomputations recomputations,
      FindCentresWithData findCentresWithData,
      Event<RecomputationRequested> requested,
      IdSource ids,
      Clock clock) {
    this.recomputations = recomputations;
    this.findCentresWithData = findCentresWithData;
    this.requested = requested;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * It starts once this is committed.
   *
   * @param centre the only centre, null for all
   * @param dryRun only report differences
   * @throws ProblemException {@code FORBIDDEN} (403), {@code INVALID} (422) for a centre without
   *     data
   */
  @Transactional
  public Recomputation request(Caller caller, @Nullable Finess centre, boolean dryRun) {
    AccessPolicy.RECOMPUTE.require(caller);
    List<Finess> centres = findCentresWithData.find();
    if (centre != null && !centres.contains(centre)) {
      throw ProblemException.invalid("/centre", "CENTRE_WITHOUT_DATA");
    }
    Recomputation recomputation =
        Recomputation.requested(
            ids.next(), clock.instant(), dryRun, centre, centre == null ? centres.size() : 1);
    recomputations.add(recomputation, centre == null ? centres : List.of(centre));
    requested.fire(new RecomputationRequested(recomputation.id()));
    return recomputation;
  }
}
