package fr.cadran.indicators.value.application;

import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.value.domain.IndicatorValue;
import fr.cadran.indicators.value.domain.RecordSource;
import fr.cadran.indicators.value.domain.ValuePeriod;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value as a list gives it: without its trace, which is the larger part of what is stored and
 * which nobody reads by the page.
 *
 * @param id under which its explanation is read
 * @param centre of which centre
 * @param definition by which definition
 * @param period how many quarters it covers
 * @param quarter of which quarter, the last one of a longer period
 * @param specialty of which specialty, null for the centre
 * @param numerator exact, null when an input is missing or the figure is taken as given
 * @param denominator exact, null like the numerator
 * @param value exact, null when there is a missing reason
 * @param missingReason why there is no value, null when there is one
 * @param flags what the reader must see beside the value
 * @param warnings codes about how it was obtained
 * @param inputs the records that were read, by quarter
 * @param knownFrom since when it is known: when it was computed
 * @param knownUntil when another took its place, null while it holds
 */
public record ReadValue(
    UUID id,
    Finess centre,
    IndicatorDefinition definition,
    ValuePeriod period,
    Quarter quarter,
    @Nullable String specialty,
    @Nullable Rational numerator,
    @Nullable Rational denominator,
    @Nullable Rational value,
    @Nullable String missingReason,
    Set<IndicatorValue.Flag> flags,
    List<String> warnings,
    List<RecordSource> inputs,
    Instant knownFrom,
    @Nullable Instant knownUntil) {

  /** The value as it is shown, null when there is none. */
  public @Nullable BigDecimal rounded() {
    return value == null ? null : definition.unit().round(value);
  }
}
