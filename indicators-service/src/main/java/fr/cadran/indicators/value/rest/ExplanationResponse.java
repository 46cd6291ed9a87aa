package fr.cadran.indicators.value.rest;

import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.catalogue.domain.Label;
import fr.cadran.indicators.value.application.StoredValue;
import fr.cadran.indicators.value.domain.IndicatorValue;
import fr.cadran.indicators.value.domain.Trace;
import fr.cadran.indicators.value.domain.TracedInput;
import fr.cadran.indicators.value.domain.TracedParameter;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a value is what it is. */
@Schema(
    name = "Explanation",
    description = "Le pourquoi d'une valeur. — Why a value is what it is.")
public record ExplanationResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "taux-non-venue") String indicator,
    @Schema(required = true, examples = "930012345") String centre,
    @Schema(required = true, examples = "2013-Q3") String quarter,
    @Schema(required = true, nullable = true) @Nullable String specialty,
    @Schema(required = true, examples = "(rdvPris − passages + sansRdv) ÷ rdvPris") String formula,
    @Schema(required = true, nullable = true, examples = "(1410 − 1500 + 300) ÷ 1410")
        @Nullable String substituted,
    @Schema(required = true, examples = "PRINTED") String provenance,
    @Schema(required = true, examples = "seed 000, ANNEXE I") String source,
    @Schema(required = true) List<ExplainedInput> inputs,
    @Schema(required = true) List<Parameter> parameters,
    @Schema(
            required = true,
            nullable = true,
            examples = "7/47",
            description = "Fraction exacte irréductible. — Exact fraction in lowest terms.")
        @Nullable String unrounded,
    @Schema(required = true, nullable = true, examples = "0.1489") @Nullable BigDecimal rounded,
    @Schema(required = true, examples = "HALF_UP, 4 places, display only") String rounding,
    @Schema(required = true, nullable = true) @Nullable String missingReason,
    @Schema(required = true) List<String> flags,
    @Schema(required = true) List<String> warnings,
    @Schema(required = true, nullable = true) @Nullable Note note,
    @Schema(required = true, minimum = "1") int definitionVersion,
    @Schema(required = true) Instant computedAt,
    @Schema(required = true, nullable = true) @Nullable Instant supersededAt) {

  /** A figure that was read, and where. */
  @Schema(name = "ExplainedInput")
  public record ExplainedInput(
      @Schema(required = true, examples = "rdvPris") String name,
      @Schema(required = true) Note label,
      @Schema(required = true, examples = "1410") BigDecimal value,
      @Schema(required = true, examples = "quarterly-data") String source,
      @Schema(required = true, examples = "2013-Q3") String quarter,
      @Schema(required = true, minimum = "1") int version,
      @Schema(required = true, examples = "patients.appointments") String path,
      @Schema(required = true, nullable = true) @Nullable String specialty) {}

  /** A choice that decided how inputs were read. */
  @Schema(name = "ExplainedParameter")
  public record Parameter(
      @Schema(required = true, examples = "purchases.basis") String name,
      @Schema(required = true, examples = "CUMULATIVE") String value,
      @Schema(required = true) String source) {
    static Parameter of(TracedParameter parameter) {
      return new Parameter(parameter.name(), parameter.value(), parameter.source());
    }
  }

  /** A text in both languages. */
  @Schema(name = "ExplanationText")
  public record Note(@Schema(required = true) String fr, @Schema(required = true) String en) {
    static Note of(Label label) {
      return new Note(label.fr(), label.en());
    }
  }

  static ExplanationResponse of(StoredValue stored) {
    IndicatorValue value = stored.value();
    IndicatorDefinition definition = value.definition();
    Trace trace = value.trace();
    Rational exact = value.value();
    return new ExplanationResponse(
        stored.id(),
        definition.code(),
        stored.centre().value(),
        value.quarter().toString(),
        value.specialty(),
        trace.formula(),
        trace.substituted(),
        definition.provenance().name(),
        definition.source(),
        trace.inputs().stream().map(ExplanationResponse::input).toList(),
        trace.parameters().stream().map(Parameter::of).toList(),
        exact == null ? null : exact.toString(),
        value.rounded(),
        definition.unit().rounding(),
        value.missingReason(),
        value.flags().stream().map(Enum::name).sorted().toList(),
        value.warnings(),
        definition.note() == null ? null : Note.of(definition.note()),
        definition.version(),
        stored.knownFrom(),
        stored.knownUntil());
  }

  private static ExplainedInput input(TracedInput input) {
    return new ExplainedInput(
        input.name(),
        Note.of(input.figure().label()),
        // Figures of the grid are decimals, so nothing is lost.
        new BigDecimal(input.value().numerator())
            .divide(new BigDecimal(input.value().denominator())),
        input.source().source(),
        input.source().quarter().toString(),
        input.source().version(),
        input.path(),
        input.specialty());
  }
}
