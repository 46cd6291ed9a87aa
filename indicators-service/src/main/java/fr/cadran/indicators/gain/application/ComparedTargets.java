package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.gain.domain.GainParameter;
import fr.cadran.indicators.gain.domain.MethodParameter;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Targets that no text and no plan states: what comparable centres reach. */
public interface ComparedTargets {
  /**
   * The target of each quarter for which there is one to take.
   *
   * @param parameter of which method
   * @param centre which is compared
   * @param quarters in which
   * @param asOf as the platform knew the values at this instant; null: now
   */
  Map<Quarter, GainParameter> find(
      MethodParameter parameter, Finess centre, Set<Quarter> quarters, @Nullable Instant asOf);
}
