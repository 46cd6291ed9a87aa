package fr.cadran.centres.programme.application;

import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.centres.programme.domain.ProgrammeRules;
import fr.cadran.centres.programme.domain.RetainedLevier;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says which leviers a centre retained and how far each has come, all in one call. */
@ApplicationScoped
public class RetainLeviers {
  private final ChangeCohort cohort;

  RetainLeviers(ChangeCohort cohort) {
    this.cohort = cohort;
  }

  /**
   * The participation.
   *
   * @param wishes a levier that they leave out is not retained
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), {@code
   *     LEVIER_MOVE_ILLEGAL} (409), or what the precondition refuses with
   */
  @Transactional
  public ParticipationView retain(
      Caller caller,
      UUID id,
      Finess centre,
      @Nullable List<ProgrammeRules.@Nullable LevierWish> wishes,
      Precondition<Programme> precondition) {
    return cohort.change(
        caller,
        id,
        Optional.of(centre),
        precondition,
        (current, reach, now) -> {
          ChangeCohort.requirePart(current, centre);
          ProgrammeRules.Outcome<List<RetainedLevier>> outcome =
              ProgrammeRules.leviers(current.outline(), wishes, FrenchDay.of(now));
          Refusals.refuse(outcome.errors());
          return current.retain(centre, outcome.value().orElseThrow(), now);
        });
  }
}
