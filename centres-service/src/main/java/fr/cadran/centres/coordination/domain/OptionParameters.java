package fr.cadran.centres.coordination.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Every parameter that is known, of every date.
 *
 * @param rows in the order in which they became known
 */
public record OptionParameters(List<OptionParameter> rows) {
  public OptionParameters {
    rows = List.copyOf(rows);
  }

  /**
   * The one that holds on a day. Of two that begin on the same day, the later known one corrects
   * the other.
   */
  public Optional<OptionParameter> on(OptionParameter.Code code, LocalDate day) {
    return rows.stream()
        .filter(row -> row.code() == code && !row.validFrom().isAfter(day))
        .reduce((one, other) -> other.validFrom().isBefore(one.validFrom()) ? one : other);
  }
}
