package fr.cadran.centres.rule.application;

import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import java.util.List;

/** The quarter of a path or a query. */
public final class QuarterParameter {
  private QuarterParameter() {}

  /**
   * Reads a quarter. One that is none is the caller's mistake, not a resource that is absent.
   *
   * @throws ProblemException {@code INVALID_PARAMETER} (400)
   */
  public static Quarter read(String text) {
    try {
      return Quarter.parse(text);
    } catch (InvalidValueException invalid) {
      throw ProblemException.of(
          KitProblem.INVALID_PARAMETER, List.of(Fault.at("quarter", invalid.code())));
    }
  }
}
