package fr.cadran.centres.centre.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.domain.RegisteredCentre;
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
import org.jspecify.annotations.Nullable;

/** Lists everything that the registry ever said of a centre. */
@ApplicationScoped
public class ListVersionsOfCentre {
  private final Centres centres;
  private final Clock clock;

  ListVersionsOfCentre(Centres centres, Clock clock) {
    this.centres = centres;
    this.clock = clock;
  }

  /**
   * A page of versions, the last known first.
   *
   * @param after sort key of the last version seen, null for the first page
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID_CURSOR} (400)
   */
  @Transactional
  public Page<RegisteredCentre> list(
      Caller caller, Finess finess, @Nullable List<String> after, int limit) {
    if (centres
        .find(finess, AccessPolicy.READ_REGISTRY.of(caller, FrenchDay.of(clock.instant())))
        .isEmpty()) {
      throw ProblemException.notFound();
    }
    return Page.cut(
        centres.history(finess, after == null ? null : version(after), limit + 1),
        limit,
        one -> List.of(Long.toString(one.version())));
  }

  private static Long version(List<String> after) {
    try {
      return Long.valueOf(after.getFirst());
    } catch (NumberFormatException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
