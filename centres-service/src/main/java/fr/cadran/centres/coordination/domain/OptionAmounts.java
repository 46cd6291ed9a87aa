package fr.cadran.centres.coordination.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every amount that is known, of every date.
 *
 * @param rows in the order in which they became known
 */
public record OptionAmounts(List<OptionAmount> rows) {
  private static final Comparator<OptionAmount> NEWEST_LAST =
      Comparator.comparing(OptionAmount::validFrom);

  public OptionAmounts {
    rows = List.copyOf(rows);
  }

  /** What a member patient of a volet brings a year that begins on a day. */
  public Optional<OptionAmount> perMember(VoletOption volet, LocalDate day) {
    return latest(volet, BigDecimal.ZERO, day);
  }

  /**
   * What nursing brings a year that begins on a day.
   *
   * @param fte nursing FTE of the last known calendar year; the bracket is the highest that it
   *     reaches
   */
  public Optional<OptionAmount> nursing(BigDecimal fte, LocalDate day) {
    return rows.stream()
        .filter(row -> row.volet() == VoletOption.NURSING && !row.validFrom().isAfter(day))
        .map(OptionAmount::fromFte)
        .filter(from -> from.compareTo(fte) <= 0)
        .max(Comparator.naturalOrder())
        .flatMap(from -> latest(VoletOption.NURSING, from, day));
  }

  /** Of two that begin on the same day, the later known one corrects the other. */
  private Optional<OptionAmount> latest(VoletOption volet, BigDecimal from, LocalDate day) {
    return rows.stream()
        .filter(row -> row.volet() == volet && row.fromFte().compareTo(from) == 0)
        .filter(row -> !row.validFrom().isAfter(day))
        .reduce((one, other) -> NEWEST_LAST.compare(one, other) <= 0 ? other : one);
  }
}
