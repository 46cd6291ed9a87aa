package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the option pays, from a day on: dated reference data, never a constant of the program.
 *
 * @param volet which part of the option
 * @param fromFte nursing: least FTE of its bracket, included; zero elsewhere
 * @param validFrom first day; it holds until another of the same bracket begins to
 * @param amount euros a year, null when no source says it
 * @param missingReason why there is no amount, null when there is one
 * @param source text that says so
 */
public record OptionAmount(
    VoletOption volet,
    BigDecimal fromFte,
    LocalDate validFrom,
    @Nullable Euros amount,
    @Nullable String missingReason,
    String source) {
  public OptionAmount {
    if ((amount == null) == (missingReason == null)) {
      throw new IllegalArgumentException("an amount, or the reason why there is none");
    }
  }
}
