package fr.cadran.centres.programme.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists the cohort of a programme. Whoever takes part sees numbers; the names are for those who
 * reach the centre by itself (centres.md §2).
 */
@ApplicationScoped
public class ListParticipations {
  private final Programmes programmes;
  private final Clock clock;

  ListParticipations(Programmes programmes, Clock clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /**
   * A page of the cohort, by anonymous number.
   *
   * @param on narrows to those that take part on a day; null does not
   * @param after sort key of the last number seen, null for the first page
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID_CURSOR} (400)
   */
  @Transactional
  public Page<ParticipationView> list(
      Caller caller, UUID id, @Nullable LocalDate on, @Nullable List<String> after, int limit) {
    CentreReach reach = AccessPolicy.READ_PROGRAMMES.of(caller, FrenchDay.of(clock.instant()));
    Programme programme = programmes.find(id, reach).orElseThrow(ProblemException::notFound);
    Map<Finess, String> names = programmes.names(programme, reach);
    int last = after == null ? 0 : number(after);
    return Page.cut(
        programme.participations().stream()
            .filter(one -> one.anonymousNumber() > last)
            .filter(one ->
                on == null
                    || (!on.isBefore(one.joinedOn())
                        && (one.leftOn() == null || !on.isAfter(one.leftOn()))))
            .limit(limit + 1L)
            .map(one -> new ParticipationView(one, programme.version(), names.get(one.centre())))
            .toList(),
        limit,
        view -> List.of(Integer.toString(view.participation().anonymousNumber())));
  }

  private static int number(List<String> after) {
    try {
      return Integer.parseInt(after.getFirst());
    } catch (NumberFormatException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
