package fr.cadran.centres.programme.application;

import fr.cadran.centres.programme.domain.LevierCode;
import fr.cadran.centres.programme.domain.Overrule;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.centres.programme.domain.ProgrammeRules;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the agency's judgement of a result in place of that of the indicator, with its reason. */
@ApplicationScoped
public class OverruleResult {
  private final ChangeCohort cohort;

  OverruleResult(ChangeCohort cohort) {
    this.cohort = cohort;
  }

  /**
   * The participation.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), {@code
   *     LEVIER_MOVE_ILLEGAL} (409), or what the precondition refuses with
   */
  @Transactional
  public ParticipationView overrule(
      Caller caller,
      UUID id,
      Finess centre,
      LevierCode levier,
      @Nullable Boolean positive,
      @Nullable String reason,
      Precondition<Programme> precondition) {
    return cohort.change(
        caller,
        id,
        Optional.of(centre),
        precondition,
        (current, reach, now) -> {
          ChangeCohort.requirePart(current, centre);
          Refusals.refuse(ProgrammeRules.errorsOfOverrule(positive, reason));
          Overrule overrule =
              new Overrule(
                  Objects.requireNonNull(positive),
                  Objects.requireNonNull(reason).strip(),
                  now,
                  caller.subject());
          return current.judge(centre, levier, overrule, now);
        });
  }
}
