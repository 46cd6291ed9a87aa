package fr.cadran.centres.quarterwindow.application;

import fr.cadran.centres.access.application.AccessPolicy;
import fr.cadran.centres.quarterwindow.domain.QuarterDates;
import fr.cadran.centres.quarterwindow.domain.QuarterWindow;
import fr.cadran.centres.quarterwindow.domain.Territory;
import fr.cadran.centres.quarterwindow.domain.WindowRules;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FrenchDay;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sets the dates of a quarter: an administrator anywhere, an agent of an ARS for a territory that
 * the agent answers for as a whole.
 */
@ApplicationScoped
public class SetQuarterWindow {
  private final QuarterWindows windows;
  private final Clock clock;

  SetQuarterWindow(QuarterWindows windows, Clock clock) {
    this.windows = windows;
    this.clock = clock;
  }

  /**
   * The dates as they are now.
   *
   * @param precondition on the dates that count so far
   * @throws ProblemException {@code FORBIDDEN} (403) for another's territory, {@code INVALID} (422)
   *     with every field that is wrong, or what the precondition refuses with
   */
  @Transactional
  public ReadQuarterWindow.Found set(
      Caller caller,
      Quarter quarter,
      @Nullable String departement,
      @Nullable String region,
      QuarterDates dates,
      Precondition<ReadQuarterWindow.Found> precondition) {
    Territory territory = Territory.of(departement, region);
    demand(caller, territory);
    windows.lock(quarter, territory);
    long revision = windows.revision(quarter, territory);
    precondition.check(
        new ReadQuarterWindow.Found(windows.of(quarter, departement, region), revision));
    Refusals.refuse(WindowRules.errorsOf(quarter, dates));
    QuarterWindow window =
        new QuarterWindow(
            quarter,
            Objects.requireNonNull(dates.opensOn()),
            Objects.requireNonNull(dates.dueOn()),
            dates.closesOn(),
            territory.origin(),
            null);
    windows.set(window, territory, revision + 1, caller.subject());
    return new ReadQuarterWindow.Found(window, revision + 1);
  }

  private void demand(Caller caller, Territory territory) {
    CentreScope scope = AccessPolicy.SET_WINDOWS.of(caller, FrenchDay.of(clock.instant())).scope();
    boolean own =
        switch (territory.origin()) {
          case DEPARTEMENT -> scope.territories().departements().contains(territory.code());
          case REGION -> scope.territories().regions().contains(territory.code());
          case NATIONAL, RULE, CENTRE -> false;
        };
    if (!scope.everything() && !own) {
      throw ProblemException.of(KitProblem.FORBIDDEN);
    }
  }
}
