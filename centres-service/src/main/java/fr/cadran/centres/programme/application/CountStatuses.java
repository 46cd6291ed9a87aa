package fr.cadran.centres.programme.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.programme.domain.LevierCode;
import fr.cadran.centres.programme.domain.LevierStatus;
import fr.cadran.centres.programme.domain.Participation;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.centres.programme.domain.RetainedLevier;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Counts how far each levier of a programme has come: numbers only, no names. */
@ApplicationScoped
public class CountStatuses {
  private final Programmes programmes;
  private final Clock clock;

  CountStatuses(Programmes programmes, Clock clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /**
   * The counts, in the order of the programme.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public List<CountedStatuses> count(Caller caller, UUID id) {
    Programme programme =
        programmes
            .find(id, AccessPolicy.READ_PROGRAMMES.of(caller, FrenchDay.of(clock.instant())))
            .orElseThrow(ProblemException::notFound);
    return programme.outline().leviers().stream().map(levier -> count(programme, levier)).toList();
  }

  private static CountedStatuses count(Programme programme, LevierCode levier) {
    List<Integer> activated = new ArrayList<>();
    List<Integer> validated = new ArrayList<>();
    int overruled = 0;
    for (Participation one : programme.participations()) {
      RetainedLevier retained = one.of(levier).orElse(null);
      if (retained != null) {
        boolean isActivated = retained.status() == LevierStatus.ACTIVATED;
        (isActivated ? activated : validated).add(one.anonymousNumber());
        overruled += retained.overrule() == null ? 0 : 1;
      }
    }
    return new CountedStatuses(levier, activated, validated, overruled);
  }
}
