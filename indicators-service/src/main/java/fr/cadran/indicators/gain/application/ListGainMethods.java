package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists the methods by which the gain of a levier can be calculated. */
@ApplicationScoped
public class ListGainMethods {
  /**
   * The methods, the default one first; empty when the levier has none.
   *
   * @throws ProblemException {@code NOT_FOUND} for an unknown levier
   */
  public List<GainMethod> list(String levier) {
    return GainMethod.of(Levier.withCode(levier).orElseThrow(ProblemException::notFound));
  }
}
