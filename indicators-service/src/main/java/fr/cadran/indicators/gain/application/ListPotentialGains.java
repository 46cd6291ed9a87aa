package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.access.application.AccessPolicy;
import fr.cadran.indicators.centre.application.Centres;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the potential gains of a centre. */
@ApplicationScoped
public class ListPotentialGains {
  /** How many parts a position has in a cursor. */
  public static final int POSITION_PARTS = GainPosition.PARTS;

  private final PotentialGains gains;
  private final Centres centres;
  private final TakeComparedTargets takeComparedTargets;
  private final Clock clock;

  ListPotentialGains(
      PotentialGains gains, Centres centres, TakeComparedTargets takeComparedTargets, Clock clock) {
    this.gains = gains;
    this.takeComparedTargets = takeComparedTargets;
    this.centres = centres;
    this.clock = clock;
  }

  /**
   * One page, in the order of quarter, levier and method.
   *
   * @param after the position in the cursor, null from the start
   * @throws ProblemException {@code NOT_FOUND} when the centre is not known or out of the caller's
   *     scope
   */
  public Page<StoredGain> list(
      GainFilter filter, Caller caller, int limit, @Nullable List<String> after) {
    if (!centres.isVisible(
        filter.centre(), AccessPolicy.READ_VALUES_OF_CENTRES.centres(caller), clock.instant())) {
      throw ProblemException.notFound();
    }
    List<StoredGain> found =
        takeComparedTargets.complete(
            filter.centre(),
            gains.find(filter, limit + 1, GainPosition.read(after)),
            filter.asOf());
    return Page.cut(found, limit, stored -> GainPosition.of(stored).parts());
  }
}
