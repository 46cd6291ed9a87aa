package fr.cadran.indicators.gain.domain;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.kit.type.Euros;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The potential gain of a levier: one row by specialty or for the centre, and their total.
 *
 * @param levier of which levier
 * @param method by which method
 * @param period that the inputs, and so the gain, cover
 * @param parameters that were read beside the rows
 * @param rows in the order given
 */
public record PotentialGain(
    Levier levier,
    GainMethod method,
    Period period,
    List<GainParameter> parameters,
    List<RowGain> rows) {
  /** Copies the lists; gains kept before parameters were written down had the defaults. */
  public PotentialGain {
    parameters = parameters == null ? method.defaultsFor(period) : List.copyOf(parameters);
    rows = List.copyOf(rows);
  }

  /** The rows that the total adds up. */
  public List<RowGain> counted() {
    return rows.stream().filter(row -> row.gain() != null).toList();
  }

  /** The rows without a gain, each with its reason: they are not in the total. */
  public List<RowGain> leftOut() {
    return rows.stream().filter(row -> row.gain() == null).toList();
  }

  /**
   * The sum of the published rows, so that a reader who adds them up finds it; null when no row has
   * a gain, because an unknown total is not zero.
   */
  public @Nullable Euros total() {
    Euros total = null;
    for (RowGain row : rows) {
      Euros gain = row.gain();
      if (gain != null) {
        total = total == null ? gain : total.plus(gain);
      }
    }
    return total;
  }

  /** Why there is no total; null when there is one. */
  public @Nullable String missingReason() {
    if (total() != null) {
      return null;
    }
    return rows.isEmpty() ? "MISSING_INPUT: rows" : "NO_ROW_HAS_A_GAIN";
  }
}
