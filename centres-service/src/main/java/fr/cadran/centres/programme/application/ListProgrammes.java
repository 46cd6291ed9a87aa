package fr.cadran.centres.programme.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the programmes that a caller may read. */
@ApplicationScoped
public class ListProgrammes {
  private final Programmes programmes;
  private final Clock clock;

  ListProgrammes(Programmes programmes, Clock clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /**
   * A page of programmes, the oldest first.
   *
   * @param region narrows to one région; null does not
   * @param after sort key of the last programme seen, null for the first page
   * @throws ProblemException {@code INVALID_CURSOR} (400)
   */
  @Transactional
  public Page<Programme> list(
      Caller caller, @Nullable String region, @Nullable List<String> after, int limit) {
    return Page.cut(
        programmes.list(
            AccessPolicy.READ_PROGRAMMES.of(caller, FrenchDay.of(clock.instant())),
            region,
            after == null ? null : id(after),
            limit + 1),
        limit,
        programme -> List.of(programme.id().toString()));
  }

  private static UUID id(List<String> after) {
    try {
      return UUID.fromString(after.getFirst());
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
