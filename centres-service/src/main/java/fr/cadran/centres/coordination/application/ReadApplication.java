package fr.cadran.centres.coordination.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.coordination.domain.ApplicationStanding;
import fr.cadran.centres.coordination.domain.OptionApplication;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the application of a centre to its CPAM, and where it stands on a day. */
@ApplicationScoped
public class ReadApplication {
  private final Centres centres;
  private final Applications applications;
  private final Parameters parameters;
  private final Clock clock;

  ReadApplication(Centres centres, Applications applications, Parameters parameters, Clock clock) {
    this.centres = centres;
    this.applications = applications;
    this.parameters = parameters;
    this.clock = clock;
  }

  /**
   * An application on a day.
   *
   * @param application what is said of it last
   * @param on the day
   * @param standing where it stands on it
   */
  public record Found(OptionApplication application, LocalDate on, ApplicationStanding standing) {}

  /**
   * The application.
   *
   * @param wished the day, null for today
   * @throws ProblemException {@code NOT_FOUND} (404) when there is none, or it is not within reach
   */
  @Transactional
  public Found read(Caller caller, Finess finess, VoletOption volet, @Nullable LocalDate wished) {
    LocalDate today = FrenchDay.of(clock.instant());
    if (centres.find(finess, AccessPolicy.READ_OPTION.of(caller, today)).isEmpty()) {
      throw ProblemException.notFound();
    }
    OptionApplication application =
        applications.find(finess, volet).orElseThrow(ProblemException::notFound);
    LocalDate on = wished == null ? today : wished;
    return new Found(application, on, application.on(on, parameters.all()));
  }
}
