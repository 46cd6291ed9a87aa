package fr.cadran.indicators.value.rest;

import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.value.application.StoredValue;
import fr.cadran.indicators.value.domain.IndicatorValue;
import fr.cadran.indicators.value.domain.RecordSource;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of indicator values. */
@Schema(name = "IndicatorValues", description = "Une page de valeurs. — A page of values.")
public record IndicatorValuesResponse(
    @Schema(required = true) List<Item> items,
    @Schema(
            required = true,
            nullable = true,
            description = "Adresse de la page suivante. — Address of the next page.")
        @Nullable String next) {
  /**
   * Enough digits to tell any two figures of a centre apart; the exact fraction is in the trace.
   */
  private static final int DECIMALS = 12;

  /** One value, or the reason why there is none. */
  @Schema(name = "IndicatorValue")
  public record Item(
      @Schema(required = true) UUID id,
      @Schema(required = true, examples = "taux-non-venue") String indicator,
      @Schema(required = true, examples = "NON_VENUE") String levier,
      @Schema(required = true, examples = "930012345") String centre,
      @Schema(required = true, examples = "2013-Q3") String quarter,
      @Schema(
              required = true,
              nullable = true,
              description = "Nul : le centre entier. — Null: the whole centre.")
          @Nullable String specialty,
      @Schema(required = true, nullable = true, examples = "210") @Nullable BigDecimal numerator,
      @Schema(required = true, nullable = true, examples = "1410") @Nullable BigDecimal denominator,
      @Schema(
              required = true,
              nullable = true,
              examples = "0.148936170213",
              description =
                  "Arrondie à 12 décimales (HALF_UP) ; la fraction exacte est dans l'explication. —"
                      + " Rounded to 12 decimals (HALF_UP); the exact fraction is in the"
                      + " explanation.")
          @Nullable BigDecimal value,
      @Schema(
              required = true,
              nullable = true,
              examples = "0.1489",
              description = "Pour l'affichage. — For display.")
          @Nullable BigDecimal rounded,
      @Schema(required = true, examples = "ratio") String unit,
      @Schema(required = true, nullable = true, examples = "MISSING_INPUT: passages")
          @Nullable String missingReason,
      @Schema(required = true, description = "`NEGATIVE` : valeur négative. — Below zero.")
          List<String> flags,
      @Schema(required = true) List<String> warnings,
      @Schema(required = true) List<Source> inputs,
      @Schema(required = true, minimum = "1") int definitionVersion,
      @Schema(required = true) Instant computedAt,
      @Schema(
              required = true,
              nullable = true,
              description =
                  "Quand une autre valeur l'a remplacée. — When another value took its place.")
          @Nullable Instant supersededAt) {}

  /** A record that was read. */
  @Schema(name = "RecordSource")
  public record Source(
      @Schema(required = true, examples = "quarterly-data") String source,
      @Schema(required = true, examples = "2013-Q3") String quarter,
      @Schema(required = true, minimum = "1") int version) {
    static Source of(RecordSource source) {
      return new Source(source.source(), source.quarter().toString(), source.version());
    }
  }

  static Item item(StoredValue stored) {
    IndicatorValue value = stored.value();
    IndicatorDefinition definition = value.definition();
    return new Item(
        stored.id(),
        definition.code(),
        definition.levier().name(),
        stored.centre().value(),
        value.quarter().toString(),
        value.specialty(),
        decimal(value.numerator()),
        decimal(value.denominator()),
        decimal(value.value()),
        value.rounded(),
        definition.unit().code(),
        value.missingReason(),
        value.flags().stream().map(Enum::name).sorted().toList(),
        value.warnings(),
        value.inputs().stream().map(Source::of).toList(),
        definition.version(),
        stored.knownFrom(),
        stored.knownUntil());
  }

  static @Nullable BigDecimal decimal(@Nullable Rational exact) {
    if (exact == null) {
      return null;
    }
    BigDecimal decimal = exact.round(DECIMALS).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }
}
