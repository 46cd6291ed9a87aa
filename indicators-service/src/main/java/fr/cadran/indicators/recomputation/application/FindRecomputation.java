package fr.cadran.indicators.recomputation.application;

import fr.cadran.indicators.access.application.AccessPolicy;
import fr.cadran.indicators.recomputation.domain.Difference;
import fr.cadran.indicators.recomputation.domain.Recomputation;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Says how far a recomputation is and what it found. */
@ApplicationScoped
public class FindRecomputation {
  private static final int DIFFERENCES_SHOWN = 100;

  private final Recomputations recomputations;

  FindRecomputation(Recomputations recomputations) {
    this.recomputations = recomputations;
  }

  /**
   * A recomputation with the first of its differences.
   *
   * @param recomputation how far it is
   * @param differences at most a hundred
   */
  public record Found(Recomputation recomputation, List<Difference> differences) {}

  /**
   * Finds one.
   *
   * @throws ProblemException {@code FORBIDDEN} (403), {@code NOT_FOUND}
   */
  public Found find(Caller caller, UUID id) {
    AccessPolicy.RECOMPUTE.require(caller);
    Recomputation found = recomputations.find(id).orElseThrow(ProblemException::notFound);
    return new Found(found, recomputations.differences(id, DIFFERENCES_SHOWN));
  }
}
