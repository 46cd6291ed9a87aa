package fr.cadran.indicators.cptsvalue.application;

import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a value of a CPTS stands in the order of lists.
 *
 * @param cpts first
 * @param contract then
 * @param contractYear then
 * @param mission then, by code
 * @param indicator then, by code
 */
public record CptsValuePosition(
    UUID cpts, UUID contract, int contractYear, String mission, String indicator) {
  /** How many parts a position has in a cursor. */
  public static final int PARTS = 5;

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]+");

  /** Where a value stands. */
  public static CptsValuePosition of(StoredCptsValue stored) {
    return new CptsValuePosition(
        stored.dialogue().cpts(),
        stored.dialogue().contract(),
        stored.dialogue().contractYear(),
        stored.value().mission(),
        stored.value().indicator());
  }

  /**
   * Reads the parts of a cursor.
   *
   * @throws ProblemException {@code INVALID_CURSOR} (400) for parts that this list did not give out
   */
  public static CptsValuePosition read(List<String> parts) {
    try {
      if (CODE.matcher(parts.get(3)).matches() && CODE.matcher(parts.get(4)).matches()) {
        return new CptsValuePosition(
            UUID.fromString(parts.get(0)),
            UUID.fromString(parts.get(1)),
            Integer.parseInt(parts.get(2)),
            parts.get(3),
            parts.get(4));
      }
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
    throw ProblemException.of(KitProblem.INVALID_CURSOR);
  }

  /** The parts of a cursor. */
  public List<String> parts() {
    return List.of(
        cpts.toString(), contract.toString(), Integer.toString(contractYear), mission, indicator);
  }
}
