package fr.cadran.centres.programme.application;

import fr.cadran.centres.programme.domain.LevierCode;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Gives the word about a result back to its indicator. */
@ApplicationScoped
public class LiftOverrule {
  private final ChangeCohort cohort;

  LiftOverrule(ChangeCohort cohort) {
    this.cohort = cohort;
  }

  /**
   * The participation.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code LEVIER_MOVE_ILLEGAL} (409), or what
   *     the precondition refuses with
   */
  @Transactional
  public ParticipationView lift(
      Caller caller,
      UUID id,
      Finess centre,
      LevierCode levier,
      Precondition<Programme> precondition) {
    return cohort.change(
        caller,
        id,
        Optional.of(centre),
        precondition,
        (current, reach, now) -> {
          ChangeCohort.requirePart(current, centre);
          return current.judge(centre, levier, null, now);
        });
  }
}
