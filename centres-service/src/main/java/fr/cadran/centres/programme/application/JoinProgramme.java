package fr.cadran.centres.programme.application;

import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.centres.programme.domain.ProgrammeRules;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.InvalidValueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a centre into the cohort of a programme, under a number that no other ever has there. */
@ApplicationScoped
public class JoinProgramme {
  /** No centre that the caller keeps has this number. */
  private static final String CENTRE_UNKNOWN = "CENTRE_UNKNOWN";

  /** The centre lies in another région than the programme. */
  private static final String CENTRE_OUTSIDE_REGION = "CENTRE_OUTSIDE_REGION";

  private final ChangeCohort cohort;
  private final Centres centres;

  JoinProgramme(ChangeCohort cohort, Centres centres) {
    this.cohort = cohort;
    this.centres = centres;
  }

  /**
   * A participation as it is wished for.
   *
   * @param finess number of the centre
   * @param anonymousNumber null for the next one
   * @param joinedOn first day
   */
  public record Wish(
      @Nullable String finess, @Nullable Long anonymousNumber, @Nullable LocalDate joinedOn) {}

  /**
   * The participation.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), {@code
   *     ALREADY_TAKES_PART}, {@code ANONYMOUS_NUMBER_TAKEN} (409)
   */
  @Transactional
  public ParticipationView join(Caller caller, UUID id, Wish wish) {
    List<FieldError> errors = new ArrayList<>();
    Optional<Finess> finess = finess(wish.finess(), errors);
    return cohort.change(
        caller,
        id,
        finess,
        current -> {},
        (current, reach, now) -> {
          errors.addAll(
              ProgrammeRules.errorsOfParticipation(
                  current.outline(), wish.joinedOn(), null, wish.anonymousNumber()));
          Optional<RegisteredCentre> centre = finess.flatMap(one -> centres.find(one, reach));
          if (finess.isPresent() && centre.isEmpty()) {
            errors.add(new FieldError("/finess", CENTRE_UNKNOWN));
          } else if (centre.isPresent() && !isIn(current, centre.get())) {
            errors.add(new FieldError("/finess", CENTRE_OUTSIDE_REGION));
          }
          Refusals.refuse(errors);
          return joined(current, centre.orElseThrow().centre().finess(), wish, now);
        });
  }

  private static Programme joined(Programme current, Finess centre, Wish wish, Instant now) {
    if (current.of(centre).isPresent()) {
      throw ProblemException.of(CentresProblem.ALREADY_TAKES_PART);
    }
    Long wished = wish.anonymousNumber();
    int number = wished == null ? current.nextNumber() : Math.toIntExact(wished);
    if (current.hasGiven(number)) {
      throw ProblemException.of(CentresProblem.ANONYMOUS_NUMBER_TAKEN);
    }
    return current.join(centre, number, Objects.requireNonNull(wish.joinedOn()), now);
  }

  private static boolean isIn(Programme programme, RegisteredCentre centre) {
    return programme.outline().region().equals(centre.centre().location().region());
  }

  private static Optional<Finess> finess(@Nullable String text, List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      errors.add(new FieldError("/finess", ProgrammeRules.REQUIRED));
      return Optional.empty();
    }
    try {
      return Optional.of(Finess.parse(text));
    } catch (InvalidValueException invalid) {
      errors.add(new FieldError("/finess", invalid.code()));
      return Optional.empty();
    }
  }
}
