package fr.cadran.indicators.value.application;

import fr.cadran.indicators.cptsvalue.application.CptsValuePosition;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the list of values stands: first all centres, then all CPTS. */
public sealed interface ListPosition {
  /** How many parts a position has in a cursor: which half, then the place in it. */
  int PARTS = 1 + CptsValuePosition.PARTS;

  /** Among the values of centres. */
  record InCentres(ValuePosition after) implements ListPosition {}

  /** Among the values of CPTS. */
  record InCpts(CptsValuePosition after) implements ListPosition {}

  /**
   * Reads the parts of a cursor, null without one.
   *
   * @throws ProblemException {@code INVALID_CURSOR} (400) for parts that this list did not give out
   */
  static @Nullable ListPosition read(@Nullable List<String> parts) {
    if (parts == null) {
      return null;
    }
    List<String> place = parts.subList(1, PARTS);
    return switch (parts.getFirst()) {
      case "centre" -> new InCentres(ValuePosition.read(place.subList(0, ValuePosition.PARTS)));
      case "cpts" -> new InCpts(CptsValuePosition.read(place));
      default -> throw ProblemException.of(KitProblem.INVALID_CURSOR);
    };
  }

  /** The parts of a cursor. */
  default List<String> parts() {
    return switch (this) {
      case InCentres centres ->
          Stream.of(List.of("centre"), centres.after().parts(), List.of(""))
              .flatMap(List::stream)
              .toList();
      case InCpts cpts ->
          Stream.of(List.of("cpts"), cpts.after().parts()).flatMap(List::stream).toList();
    };
  }
}
