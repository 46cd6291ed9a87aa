package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.gain.domain.QuarterGain;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every gain that was ever known; none is changed or erased. */
public interface PotentialGains {
  /**
   * Makes these the gains of a centre from a quarter on; one that says the same from the same
   * inputs stays as it is, another closes the one before it.
   */
  GainRestatement restate(Finess centre, Quarter from, List<QuarterGain> gains, Instant now);

  /** What {@link #restate} would change; changes nothing. */
  GainRestatement differences(Finess centre, Quarter from, List<QuarterGain> gains, Instant now);

  /**
   * Gains in the order of quarter, levier and method.
   *
   * @param limit how many at most
   * @param after position after which to go on, null from the start
   */
  List<StoredGain> find(GainFilter filter, int limit, @Nullable GainPosition after);
}
