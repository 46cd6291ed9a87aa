package fr.cadran.centres.quarterwindow.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.centre.domain.Location;
import fr.cadran.centres.quarterwindow.domain.CentreDates;
import fr.cadran.centres.quarterwindow.domain.QuarterWindow;
import fr.cadran.centres.quarterwindow.domain.WindowRules;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives one centre other dates for a quarter. */
@ApplicationScoped
public class GrantCentreDates {
  private final Centres centres;
  private final QuarterWindows windows;
  private final Clock clock;

  GrantCentreDates(Centres centres, QuarterWindows windows, Clock clock) {
    this.centres = centres;
    this.windows = windows;
    this.clock = clock;
  }

  /**
   * The exception as it is now; its revision is 1 when it is new.
   *
   * @param precondition on the exception as it was, null when there was none
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422) with every field that
   *     is wrong, or what the precondition refuses with
   */
  @Transactional
  public CentreDates grant(
      Caller caller,
      Quarter quarter,
      Finess centre,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate closesOn,
      @Nullable String reason,
      Precondition<CentreDates> precondition) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Location place =
        centres
            .lock(centre, AccessPolicy.SET_WINDOWS.of(caller, FrenchDay.of(now)))
            .orElseThrow(ProblemException::notFound)
            .centre()
            .location();
    CentreDates current = windows.exception(quarter, centre).orElse(null);
    precondition.check(current);
    QuarterWindow usual = windows.of(quarter, place.departement(), place.region());
    Refusals.refuse(WindowRules.errorsOf(usual, dueOn, closesOn, reason));
    CentreDates changed =
        new CentreDates(
            quarter,
            centre,
            current == null ? 1 : current.revision() + 1,
            Objects.requireNonNull(dueOn),
            closesOn,
            Objects.requireNonNull(reason).strip(),
            now);
    windows.set(changed, caller.subject());
    return changed;
  }
}
