package fr.cadran.indicators.gain.application;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a gain stands in the order of a centre's list.
 *
 * @param quarter first
 * @param levier then
 * @param method then, by code
 */
public record GainPosition(Quarter quarter, Levier levier, GainMethod method) {
  /** How many parts a position has in a cursor. */
  public static final int PARTS = 3;

  /** Where a gain stands. */
  public static GainPosition of(StoredGain stored) {
    return new GainPosition(stored.quarter(), stored.gain().levier(), stored.gain().method());
  }

  /**
   * Reads the parts of a cursor, null without one.
   *
   * @throws ProblemException {@code INVALID_CURSOR} (400) for parts that this list did not give out
   */
  public static @Nullable GainPosition read(@Nullable List<String> parts) {
    if (parts == null) {
      return null;
    }
    try {
      return new GainPosition(
          Quarter.parse(parts.get(0)),
          Levier.withCode(parts.get(1)).orElseThrow(GainPosition::notOurs),
          GainMethod.withCode(parts.get(2)).orElseThrow(GainPosition::notOurs));
    } catch (InvalidValueException noQuarter) {
      throw notOurs();
    }
  }

  /** The parts of a cursor. */
  public List<String> parts() {
    return List.of(quarter.toString(), levier.name(), method.code());
  }

  private static ProblemException notOurs() {
    return ProblemException.of(KitProblem.INVALID_CURSOR);
  }
}
