package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.access.application.AccessPolicy;
import fr.cadran.indicators.centre.application.Centres;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds all that a total over the leviers of a centre's quarter is made of. */
@ApplicationScoped
public class TotalUpPotentialGains {
  private static final int EVERY_METHOD = 100;

  private final PotentialGains gains;
  private final Centres centres;
  private final TakeComparedTargets takeComparedTargets;
  private final Clock clock;

  TotalUpPotentialGains(
      PotentialGains gains, Centres centres, TakeComparedTargets takeComparedTargets, Clock clock) {
    this.gains = gains;
    this.takeComparedTargets = takeComparedTargets;
    this.centres = centres;
    this.clock = clock;
  }

  /**
   * The gains of a quarter by every method.
   *
   * @param asOf as the platform knew them at this instant; null: now
   * @throws ProblemException {@code NOT_FOUND} when the centre is not known or out of the caller's
   *     scope, or nothing is known of the quarter
   */
  public List<StoredGain> total(
      Finess centre, Quarter quarter, @Nullable Instant asOf, Caller caller) {
    if (!centres.isVisible(
        centre, AccessPolicy.READ_VALUES_OF_CENTRES.centres(caller), clock.instant())) {
      throw ProblemException.notFound();
    }
    List<StoredGain> found =
        gains.find(new GainFilter(centre, null, null, quarter, null, asOf), EVERY_METHOD, null);
    if (found.isEmpty()) {
      throw ProblemException.notFound();
    }
    return takeComparedTargets.complete(centre, found, asOf);
  }
}
