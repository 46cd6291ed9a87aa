package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.centre.application.Centres;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the potential gains of a centre. */
@ApplicationScoped
public class ListPotentialGains {
  private final PotentialGains gains;
  private final Centres centres;
  private final Clock clock;

  ListPotentialGains(PotentialGains gains, Centres centres, Clock clock) {
    this.gains = gains;
    this.centres = centres;
    this.clock = clock;
  }

  /**
   * One page, in the order of quarters.
   *
   * @param after the position in the cursor, null from the start
   * @throws ProblemException {@code NOT_FOUND} when the centre is not known or out of the caller's
   *     scope
   */
  public Page<StoredGain> list(
      GainFilter filter, Caller caller, int limit, @Nullable List<String> after) {
    if (!centres.isVisible(filter.centre(), caller.centreScope(), clock.instant())) {
      throw ProblemException.notFound();
    }
    List<StoredGain> found = gains.find(filter, limit + 1, quarter(after));
    return Page.cut(found, limit, stored -> List.of(stored.quarter().toString()));
  }

  private static @Nullable Quarter quarter(@Nullable List<String> after) {
    try {
      return after == null ? null : Quarter.parse(after.getFirst());
    } catch (InvalidValueException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
