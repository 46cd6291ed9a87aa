package fr.cadran.indicators.value.application;

import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a value stands in the order of lists.
 *
 * @param centre first
 * @param quarter then
 * @param indicator then, by code
 * @param specialty then, empty for the centre as a whole
 */
public record ValuePosition(Finess centre, Quarter quarter, String indicator, String specialty) {
  /** How many parts a position has in a cursor. */
  public static final int PARTS = 4;

  private static final Pattern CODES = Pattern.compile("[A-Za-z0-9_-]*");

  /** Where a value stands. */
  public static ValuePosition of(ReadValue read) {
    String specialty = read.specialty();
    return new ValuePosition(
        read.centre(),
        read.quarter(),
        read.definition().code(),
        specialty == null ? "" : specialty);
  }

  /**
   * Reads the parts of a cursor.
   *
   * @throws ProblemException {@code INVALID_CURSOR} (400) for parts that this list did not give out
   */
  public static ValuePosition read(List<String> parts) {
    try {
      boolean codes =
          CODES.matcher(parts.get(2)).matches() && CODES.matcher(parts.get(3)).matches();
      if (codes) {
        return new ValuePosition(
            new Finess(parts.get(0)), Quarter.parse(parts.get(1)), parts.get(2), parts.get(3));
      }
    } catch (InvalidValueException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
    throw ProblemException.of(KitProblem.INVALID_CURSOR);
  }

  /** The parts of a cursor. */
  public List<String> parts() {
    return List.of(centre.value(), quarter.toString(), indicator, specialty);
  }
}
