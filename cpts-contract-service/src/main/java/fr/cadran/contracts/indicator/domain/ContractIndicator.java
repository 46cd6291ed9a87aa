package fr.cadran.contracts.indicator.domain;

import fr.cadran.kit.type.Rational;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of the signed annex of a mission.
 *
 * @param code unique in the mission, for example {@code patients-parcours}
 * @param label in French
 * @param type what it conditions
 * @param level national (followed by every CPTS) or local (negotiated)
 * @param direction which way is better
 * @param mode what a result is compared with
 * @param baseline value of year N, null when it is not known
 * @param targets by contract year from 1; a year without one is to be set by avenant
 * @param maintain whether the parties decided that the target is to hold the baseline
 * @param weight in the yearly envelope of its volet; null for a follow-up that carries none
 * @param scale how a result pays; not used by means indicators, which are engaged or not
 * @param sheet what the parties wrote about it
 */
public record ContractIndicator(
    String code,
    String label,
    IndicatorType type,
    Level level,
    Direction direction,
    MeasuringMode mode,
    @Nullable Rational baseline,
    Map<Integer, Rational> targets,
    boolean maintain,
    @Nullable Weight weight,
    AchievementScale scale,
    IndicatorSheet sheet) {
  public ContractIndicator {
    targets = Collections.unmodifiableMap(new TreeMap<>(targets));
  }

  /** Who sets an indicator. */
  public enum Level {
    /** Must be followed by every CPTS. */
    NATIONAL,
    /** Negotiated by the parties. */
    LOCAL
  }

  /** Whether it counts in the volet variable. */
  public boolean isPaidByVariable() {
    return type != IndicatorType.MEANS && weight != null;
  }

  /** Whether it counts in the volet fixe. */
  public boolean isMeans() {
    return type == IndicatorType.MEANS;
  }

  /** Whether a result is compared with the baseline rather than with the target alone. */
  boolean comparesWithBaseline() {
    return mode == MeasuringMode.PROGRESS || direction == Direction.FALLING;
  }
}
