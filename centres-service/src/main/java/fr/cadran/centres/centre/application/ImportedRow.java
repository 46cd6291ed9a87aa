package fr.cadran.centres.centre.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row of an import.
 *
 * @param line on which it begins, the header being on line 1
 * @param finess number of its centre, null when it is none
 * @param outcome what is done, or would be
 * @param errors why it is refused, empty otherwise
 */
public record ImportedRow(
    long line, @Nullable String finess, Outcome outcome, List<CellError> errors) {
  public ImportedRow {
    errors = List.copyOf(errors);
  }

  /** What is done with a row. */
  public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  /**
   * Why a cell is refused. Never holds what it says.
   *
   * @param column name of the column, empty for the whole row
   * @param code stable code
   */
  public record CellError(String column, String code) {}
}
