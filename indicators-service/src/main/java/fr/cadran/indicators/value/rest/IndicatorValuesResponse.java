package fr.cadran.indicators.value.rest;

import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.cptsvalue.application.StoredCptsValue;
import fr.cadran.indicators.cptsvalue.domain.ClosedDialogue;
import fr.cadran.indicators.cptsvalue.domain.CptsValue;
import fr.cadran.indicators.value.application.ListedValue;
import fr.cadran.indicators.value.application.ReadValue;
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

  /** Where the values of CPTS come from. */
  static final String DIALOGUE = "dialogue-de-gestion";

  /** One value, or the reason why there is none. */
  @Schema(name = "IndicatorValue")
  public record Item(
      @Schema(required = true) UUID id,
      @Schema(required = true, examples = "taux-non-venue") String indicator,
      @Schema(
              required = true,
              nullable = true,
              examples = "NON_VENUE",
              description = "Nul pour une CPTS. — Null for a CPTS.")
          @Nullable String levier,
      @Schema(
              required = true,
              nullable = true,
              examples = "930012345",
              description = "Nul pour une CPTS : voir `cpts`. — Null for a CPTS: see `cpts`.")
          @Nullable String centre,
      @Schema(
              required = true,
              nullable = true,
              description =
                  "Nul pour un centre : voir `centre`. — Null for a centre: see `centre`.")
          @Nullable UUID cpts,
      @Schema(
              required = true,
              nullable = true,
              description = "Contrat ACI ; nul pour un centre. — ACI contract; null for a centre.")
          @Nullable UUID contract,
      @Schema(
              required = true,
              nullable = true,
              examples = "2013-Q3",
              description =
                  "Nul pour une CPTS, suivie par année de contrat. — Null for a CPTS, which is"
                      + " followed by contract year.")
          @Nullable String quarter,
      @Schema(
              required = true,
              nullable = true,
              examples = "1",
              description =
                  "Année de contrat, à partir de 1 ; nul pour un centre. — Contract year, from 1; null"
                      + " for a centre.")
          @Nullable Integer contractYear,
      @Schema(
              required = true,
              nullable = true,
              examples = "ACCES_SOINS",
              description = "Mission de l'ACI ; nul pour un centre. — Null for a centre.")
          @Nullable String mission,
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
      @Schema(
              required = true,
              nullable = true,
              examples = "ratio",
              description = "Nul : un simple nombre. — Null: only a number.")
          @Nullable String unit,
      @Schema(required = true, nullable = true, examples = "MISSING_INPUT: passages")
          @Nullable String missingReason,
      @Schema(
              required = true,
              nullable = true,
              examples = "15",
              description =
                  "Cible de l'année de contrat ; nul quand aucune n'a été fixée, et pour un centre. —"
                      + " Target of the contract year; null when none was set, and for a centre.")
          @Nullable BigDecimal target,
      @Schema(
              required = true,
              nullable = true,
              examples = "0",
              description =
                  "Valeur de référence ; nul quand elle n'est pas connue, et pour un centre. — Value"
                      + " before the mission; null when not known, and for a centre.")
          @Nullable BigDecimal baseline,
      @Schema(
              required = true,
              nullable = true,
              examples = "0.666666666667",
              description =
                  "Taux d'atteinte convenu ; nul pour un indicateur seulement suivi ou sans valeur. —"
                      + " Achievement rate agreed on; null for what is only followed or has no value.")
          @Nullable BigDecimal achievement,
      @Schema(
              required = true,
              nullable = true,
              examples = "0.75",
              description =
                  "Taux payé par le barème ; nul pour ce qui n'est pas payé. — Rate that the scale"
                      + " pays; null for what is not paid.")
          @Nullable BigDecimal paidRate,
      @Schema(required = true, description = "`NEGATIVE` : valeur négative. — Below zero.")
          List<String> flags,
      @Schema(required = true) List<String> warnings,
      @Schema(required = true) List<Source> inputs,
      @Schema(
              required = true,
              nullable = true,
              minimum = "1",
              description =
                  "Nul pour une CPTS : l'annexe signée définit l'indicateur. — Null for a CPTS: the"
                      + " signed annex defines the indicator.")
          @Nullable Integer definitionVersion,
      @Schema(
              required = true,
              description = "Quand la plateforme l'a connue. — When the platform came to know it.")
          Instant computedAt,
      @Schema(
              required = true,
              nullable = true,
              description =
                  "Quand une autre valeur l'a remplacée. — When another value took its place.")
          @Nullable Instant supersededAt,
      @Schema(
              required = true,
              nullable = true,
              examples = "QUARTER",
              description =
                  "`QUARTER`, `YEAR` (l'année qui finit à `quarter`) ou `ROLLING_4_QUARTERS` (les"
                      + " quatre trimestres qui finissent à `quarter`) ; nul pour une CPTS. —"
                      + " `QUARTER`, `YEAR` (the year that ends with `quarter`) or"
                      + " `ROLLING_4_QUARTERS` (the four quarters that end with `quarter`); null for"
                      + " a CPTS.")
          @Nullable String period) {}

  /** A record that was read. */
  @Schema(name = "RecordSource")
  public record Source(
      @Schema(required = true, examples = "quarterly-data") String source,
      @Schema(required = true, nullable = true, examples = "2013-Q3") @Nullable String quarter,
      @Schema(
              required = true,
              nullable = true,
              description =
                  "Numéro du dialogue de gestion ; nul pour un centre. — Number of the dialogue de"
                      + " gestion; null for a centre.")
          @Nullable Integer dialogue,
      @Schema(required = true, minimum = "1") int version) {
    static Source of(RecordSource source) {
      return new Source(source.source(), source.quarter().toString(), null, source.version());
    }

    static Source of(ClosedDialogue dialogue) {
      return new Source(DIALOGUE, null, dialogue.number(), dialogue.resultsVersion());
    }
  }

  static Item item(ListedValue listed) {
    return switch (listed) {
      case ListedValue.OfCentre centre -> item(centre.read());
      case ListedValue.OfCpts cpts -> item(cpts.stored());
    };
  }

  private static Item item(ReadValue read) {
    IndicatorDefinition definition = read.definition();
    return new Item(
        read.id(),
        definition.code(),
        definition.levier().name(),
        read.centre().value(),
        null,
        null,
        read.quarter().toString(),
        null,
        null,
        read.specialty(),
        decimal(read.numerator()),
        decimal(read.denominator()),
        decimal(read.value()),
        read.rounded(),
        definition.unit().code(),
        read.missingReason(),
        null,
        null,
        null,
        null,
        read.flags().stream().map(Enum::name).sorted().toList(),
        read.warnings(),
        read.inputs().stream().map(Source::of).toList(),
        definition.version(),
        read.knownFrom(),
        read.knownUntil(),
        read.period().name());
  }

  private static Item item(StoredCptsValue stored) {
    ClosedDialogue dialogue = stored.dialogue();
    CptsValue value = stored.value();
    return new Item(
        stored.id(),
        value.indicator(),
        null,
        null,
        dialogue.cpts(),
        dialogue.contract(),
        null,
        dialogue.contractYear(),
        value.mission(),
        null,
        null,
        null,
        value.value(),
        value.value(),
        value.unit(),
        value.missingReason(),
        value.target(),
        value.baseline(),
        value.achievement(),
        value.paidRate(),
        flags(value),
        List.of(),
        List.of(Source.of(dialogue)),
        null,
        stored.knownFrom(),
        stored.knownUntil(),
        null);
  }

  static List<String> flags(CptsValue value) {
    BigDecimal figure = value.value();
    return figure != null && figure.signum() < 0
        ? List.of(IndicatorValue.Flag.NEGATIVE.name())
        : List.of();
  }

  static @Nullable BigDecimal decimal(@Nullable Rational exact) {
    if (exact == null) {
      return null;
    }
    BigDecimal decimal = exact.round(DECIMALS).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }
}
