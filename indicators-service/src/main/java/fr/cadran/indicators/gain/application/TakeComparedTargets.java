package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.gain.domain.GainCalculator;
import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.indicators.gain.domain.GainParameter;
import fr.cadran.indicators.gain.domain.MethodParameter;
import fr.cadran.indicators.gain.domain.PotentialGain;
import fr.cadran.indicators.gain.domain.QuarterGain;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Completes the gains of a centre whose target is the median of comparable centres (indicators.md
 * §4, {@code ACHATS}). Done when a gain is read and never stored: a median moves with the data of
 * other centres, and a stored gain depends on the centre's own alone.
 */
@ApplicationScoped
public class TakeComparedTargets {
  private static final GainMethod METHOD = GainMethod.PURCHASES_RATIO_GAP;
  private static final MethodParameter TARGET = MethodParameter.TARGET_PURCHASES;

  private final ComparedTargets targets;

  TakeComparedTargets(ComparedTargets targets) {
    this.targets = targets;
  }

  /**
   * The same gains, with those that lack only such a target computed.
   *
   * @param asOf as the platform knew the values at this instant; null: now
   */
  public List<StoredGain> complete(Finess centre, List<StoredGain> gains, @Nullable Instant asOf) {
    Set<Quarter> quarters =
        gains.stream()
            .filter(stored -> stored.gain().method() == METHOD)
            .map(StoredGain::quarter)
            .collect(Collectors.toSet());
    if (quarters.isEmpty()) {
      return gains;
    }
    Map<Quarter, GainParameter> found = targets.find(TARGET, centre, quarters, asOf);
    return gains.stream()
        .map(stored -> {
          GainParameter target =
              stored.gain().method() == METHOD ? found.get(stored.quarter()) : null;
          return target == null ? stored : with(stored, target);
        })
        .toList();
  }

  private static StoredGain with(StoredGain stored, GainParameter target) {
    QuarterGain before = stored.of();
    PotentialGain gain = GainCalculator.completed(before.gain(), target);
    return new StoredGain(
        stored.id(),
        stored.centre(),
        new QuarterGain(before.quarter(), before.recordVersion(), gain, before.inputs()),
        stored.knownFrom(),
        stored.knownUntil());
  }
}
