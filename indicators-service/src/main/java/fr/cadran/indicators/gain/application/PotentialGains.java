package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.gain.domain.PotentialGain;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every gain that was ever known; none is changed or erased. */
public interface PotentialGains {
  /** Makes this the gain of a centre's quarter; one that says the same already stays as it is. */
  void restate(Finess centre, Quarter quarter, int recordVersion, PotentialGain gain, Instant now);

  /**
   * Gains in the order of quarter, levier and method.
   *
   * @param limit how many at most
   * @param after position after which to go on, null from the start
   */
  List<StoredGain> find(GainFilter filter, int limit, @Nullable GainPosition after);
}
