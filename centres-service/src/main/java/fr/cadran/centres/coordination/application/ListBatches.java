package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.coordination.domain.CoordinationBatch;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the batches of a centre. */
@ApplicationScoped
public class ListBatches {
  private final Centres centres;
  private final Batches batches;
  private final Clock clock;

  ListBatches(Centres centres, Batches batches, Clock clock) {
    this.centres = centres;
    this.batches = batches;
    this.clock = clock;
  }

  /**
   * A page of batches, the oldest first.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID_CURSOR} (400)
   */
  @Transactional
  public Page<CoordinationBatch> list(
      Caller caller, Finess finess, @Nullable List<String> after, int limit) {
    if (centres
        .find(finess, AccessPolicy.READ_OPTION.of(caller, FrenchDay.of(clock.instant())))
        .isEmpty()) {
      throw ProblemException.notFound();
    }
    return Page.cut(
        batches.list(finess, after == null ? null : id(after), limit + 1),
        limit,
        one -> List.of(one.id().toString()));
  }

  private static UUID id(List<String> after) {
    try {
      return UUID.fromString(after.getFirst());
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
