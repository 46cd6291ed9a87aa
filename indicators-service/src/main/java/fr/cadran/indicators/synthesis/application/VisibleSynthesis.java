package fr.cadran.indicators.synthesis.application;

import fr.cadran.indicators.centre.domain.KnownCentre;
import fr.cadran.indicators.synthesis.domain.ProgrammeSynthesis;
import fr.cadran.kit.type.Finess;
import java.util.Map;

/**
 * A synthesis with the centres that the caller may see by name; all others are numbers.
 *
 * @param synthesis what the programme achieved
 * @param named the centres within the caller's reach
 */
public record VisibleSynthesis(ProgrammeSynthesis synthesis, Map<Finess, KnownCentre> named) {
  /** Copies the names. */
  public VisibleSynthesis {
    named = Map.copyOf(named);
  }
}
