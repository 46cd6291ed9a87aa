package fr.cadran.centres.programme.application;

import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.centres.programme.domain.ProgrammeRules;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says from when to when a centre takes part: it leaves, or its dates are corrected. */
@ApplicationScoped
public class DateParticipation {
  private final ChangeCohort cohort;

  DateParticipation(ChangeCohort cohort) {
    this.cohort = cohort;
  }

  /**
   * The participation.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), or what the
   *     precondition refuses with
   */
  @Transactional
  public ParticipationView date(
      Caller caller,
      UUID id,
      Finess centre,
      @Nullable LocalDate joinedOn,
      @Nullable LocalDate leftOn,
      Precondition<Programme> precondition) {
    return cohort.change(
        caller,
        id,
        Optional.of(centre),
        precondition,
        (current, reach, now) -> {
          ChangeCohort.requirePart(current, centre);
          Refusals.refuse(
              ProgrammeRules.errorsOfParticipation(current.outline(), joinedOn, leftOn, null));
          return current.date(centre, Objects.requireNonNull(joinedOn), leftOn, now);
        });
  }
}
