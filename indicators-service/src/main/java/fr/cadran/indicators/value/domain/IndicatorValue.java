package fr.cadran.indicators.value.domain;

import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a centre for a quarter or a longer period: a value, or the reason why there is
 * none; never both.
 *
 * @param definition by which definition
 * @param period how many quarters it covers
 * @param quarter of which quarter, the last one of a longer period
 * @param specialty of which specialty, null for the centre
 * @param numerator exact, null when an input is missing or the figure is taken as given
 * @param denominator exact, null like the numerator
 * @param value exact, null when there is a missing reason
 * @param missingReason {@code MISSING_INPUT: passages} or {@code ZERO_DENOMINATOR: appointments},
 *     null when there is a value
 * @param flags what the reader must see beside the value
 * @param warnings codes about how it was obtained
 * @param inputs the records that were read, by quarter
 * @param trace how it was obtained
 */
public record IndicatorValue(
    IndicatorDefinition definition,
    ValuePeriod period,
    Quarter quarter,
    @Nullable String specialty,
    @Nullable Rational numerator,
    @Nullable Rational denominator,
    @Nullable Rational value,
    @Nullable String missingReason,
    Set<Flag> flags,
    List<String> warnings,
    List<RecordSource> inputs,
    Trace trace) {

  /** What a reader must see beside a value. */
  public enum Flag {
    /** A rate or a quarter figure below zero: published as it is, because it tells of odd data. */
    NEGATIVE
  }

  /**
   * A value or a reason.
   *
   * @throws IllegalArgumentException when both or neither are there
   */
  public IndicatorValue {
    if ((value == null) == (missingReason == null)) {
      throw new IllegalArgumentException("either a value or a reason why there is none");
    }
    flags = Set.copyOf(flags);
    warnings = List.copyOf(warnings);
    inputs = List.copyOf(inputs);
  }

  /** The value as it is shown, null when there is none. */
  public @Nullable BigDecimal rounded() {
    return value == null ? null : definition.unit().round(value);
  }
}
