package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.coordination.domain.ApplicationRules;
import fr.cadran.centres.coordination.domain.ApplicationStanding;
import fr.cadran.centres.coordination.domain.OptionApplication;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes down that a centre applied to its CPAM, and what that answered. */
@ApplicationScoped
public class RecordApplication {
  private final Centres centres;
  private final Applications applications;
  private final Parameters parameters;
  private final Clock clock;

  RecordApplication(
      Centres centres, Applications applications, Parameters parameters, Clock clock) {
    this.centres = centres;
    this.applications = applications;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** An application as it is told; see {@link OptionApplication}. */
  public record Wish(
      @Nullable LocalDate sentOn,
      OptionApplication.@Nullable Answer answer,
      @Nullable LocalDate answeredOn) {}

  /**
   * The application, where it stands today, and whether nothing was said of it before.
   *
   * @param application what is said of it now
   * @param standing where it stands today
   */
  public record Recorded(OptionApplication application, ApplicationStanding standing) {}

  /**
   * The application, where it stands today.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), or what the
   *     precondition refuses with
   */
  @Transactional
  public Recorded record(
      Caller caller,
      Finess finess,
      VoletOption volet,
      Wish wish,
      Precondition<OptionApplication> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = FrenchDay.of(now);
    if (centres.lock(finess, AccessPolicy.KEEP_OPTION.of(caller, today)).isEmpty()) {
      throw ProblemException.notFound();
    }
    Optional<OptionApplication> known = applications.find(finess, volet);
    precondition.check(known.orElse(null));
    Refusals.refuse(
        ApplicationRules.errorsOf(wish.sentOn(), wish.answer(), wish.answeredOn(), today));
    LocalDate sentOn = Objects.requireNonNull(wish.sentOn());
    OptionApplication application =
        known
            .map(one -> one.tell(sentOn, wish.answer(), wish.answeredOn(), now))
            .orElseGet(() ->
                new OptionApplication(
                    finess, volet, sentOn, wish.answer(), wish.answeredOn(), 1, now));
    applications.add(application);
    return new Recorded(application, application.on(today, parameters.all()));
  }
}
