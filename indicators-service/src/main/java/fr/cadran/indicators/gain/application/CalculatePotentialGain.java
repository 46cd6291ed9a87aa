package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.gain.domain.GainCalculator;
import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.indicators.gain.domain.GainRow;
import fr.cadran.indicators.gain.domain.MethodParameter;
import fr.cadran.indicators.gain.domain.Period;
import fr.cadran.indicators.gain.domain.PotentialGain;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calculates a gain from posted inputs; nothing is stored. */
@ApplicationScoped
public class CalculatePotentialGain {
  /**
   * The inputs of a calculation by a method that is known by then.
   *
   * @param parameters that replace the defaults
   * @param rows in the order in which they are shown
   */
  public record Inputs(Map<MethodParameter, Rational> parameters, List<GainRow> rows) {}

  /** Reads the inputs that a method takes. */
  @FunctionalInterface
  public interface Reading {
    /**
     * The inputs.
     *
     * @throws ProblemException {@code INVALID} (422) with every one that the method does not take
     */
    Inputs of(GainMethod method);
  }

  /**
   * The gain of a levier.
   *
   * @param method code, null for the default of the levier
   * @throws ProblemException {@code NOT_FOUND} for an unknown levier, {@code
   *     CALCULATOR_NOT_AVAILABLE} (422) for one without a calculator, {@code INVALID} (422) for a
   *     method of another levier or inputs of another method
   */
  public PotentialGain calculate(
      String levier, @Nullable String method, Period period, Reading reading) {
    Levier known = Levier.withCode(levier).orElseThrow(ProblemException::notFound);
    List<GainMethod> methods = GainMethod.of(known);
    if (methods.isEmpty()) {
      throw ProblemException.of(GainProblem.CALCULATOR_NOT_AVAILABLE, known.name());
    }
    GainMethod chosen =
        methods.stream()
            .filter(one -> method == null || one.code().equals(method))
            .findFirst()
            .orElseThrow(() -> ProblemException.invalid("/method", "METHOD_UNKNOWN"));
    Inputs inputs = reading.of(chosen);
    return GainCalculator.calculate(chosen, period, inputs.parameters(), inputs.rows());
  }
}
