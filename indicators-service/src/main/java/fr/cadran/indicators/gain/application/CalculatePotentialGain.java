package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.gain.domain.NonVenueCalculator;
import fr.cadran.indicators.gain.domain.NonVenueMethod;
import fr.cadran.indicators.gain.domain.NonVenueRow;
import fr.cadran.indicators.gain.domain.Period;
import fr.cadran.indicators.gain.domain.PotentialGain;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Calculates a gain from posted inputs; nothing is stored. */
@ApplicationScoped
public class CalculatePotentialGain {
  /**
   * The gain of a levier.
   *
   * @throws ProblemException {@code NOT_FOUND} for an unknown levier, {@code
   *     CALCULATOR_NOT_AVAILABLE} (422) for one without a calculator
   */
  public PotentialGain calculate(
      String levier, NonVenueMethod method, Period period, List<NonVenueRow> rows) {
    Levier known = Levier.withCode(levier).orElseThrow(ProblemException::notFound);
    if (known != Levier.NON_VENUE) {
      throw ProblemException.of(GainProblem.CALCULATOR_NOT_AVAILABLE, known.name());
    }
    return NonVenueCalculator.calculate(method, period, rows);
  }
}
