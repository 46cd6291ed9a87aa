package fr.cadran.indicators.value.rest;

import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.catalogue.domain.Label;
import fr.cadran.indicators.cptsvalue.application.StoredCptsValue;
import fr.cadran.indicators.cptsvalue.domain.AchievementReading;
import fr.cadran.indicators.cptsvalue.domain.ClosedDialogue;
import fr.cadran.indicators.cptsvalue.domain.CptsValue;
import fr.cadran.indicators.value.application.ExplainedValue;
import fr.cadran.indicators.value.application.StoredValue;
import fr.cadran.indicators.value.domain.IndicatorValue;
import fr.cadran.indicators.value.domain.Trace;
import fr.cadran.indicators.value.domain.TracedInput;
import fr.cadran.indicators.value.domain.TracedParameter;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    @Schema(
            required = true,
            nullable = true,
            examples = "930012345",
            description = "Nul pour une CPTS. — Null for a CPTS.")
        @Nullable String centre,
    @Schema(
            required = true,
            nullable = true,
            examples = "2013-Q3",
            description = "Nul pour une CPTS. — Null for a CPTS.")
        @Nullable String quarter,
    @Schema(required = true, nullable = true) @Nullable String specialty,
    @Schema(required = true, examples = "(rdvPris − passages + sansRdv) ÷ rdvPris") String formula,
    @Schema(required = true, nullable = true, examples = "(1410 − 1500 + 300) ÷ 1410")
        @Nullable String substituted,
    @Schema(
            required = true,
            examples = "PRINTED",
            description =
                "`AGREED` : convenue au dialogue de gestion d'une CPTS. — Agreed on in the dialogue"
                    + " de gestion of a CPTS.")
        String provenance,
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
    @Schema(
            required = true,
            nullable = true,
            minimum = "1",
            description = "Nul pour une CPTS. — Null for a CPTS.")
        @Nullable Integer definitionVersion,
    @Schema(required = true) Instant computedAt,
    @Schema(required = true, nullable = true) @Nullable Instant supersededAt,
    @Schema(required = true, nullable = true) @Nullable AgreedResult result,
    @Schema(
            required = true,
            nullable = true,
            examples = "QUARTER",
            description =
                "Ce que couvre la valeur, comme dans la liste ; nul pour une CPTS. — What the value"
                    + " covers, as in the list; null for a CPTS.")
        @Nullable String period) {

  private static final int CENTS = 2;
  private static final String AGREED = "AGREED";
  private static final String AGREED_SOURCE = "seeds 002, 003 (ACI, dialogue de gestion)";
  private static final String NOT_ROUNDED = "none: the value is shown as agreed";
  private static final Note READING =
      new Note(
          "Le dialogue de gestion a convenu de la valeur et du taux d’atteinte ; la formule est"
              + " celle qui redonne ce taux, l’annexe signée de la mission fait foi.",
          "The dialogue de gestion agreed on the value and its achievement rate; the formula is the"
              + " one that gives this rate again, the signed annex of the mission decides.");

  /** A result of a contract year, and the dialogue de gestion that agreed on it. */
  @Schema(
      name = "AgreedResult",
      description =
          "Ce que les parties d'un contrat ACI ont convenu ; nul pour un centre. — What the parties of"
              + " an ACI contract agreed on; null for a centre.")
  public record AgreedResult(
      @Schema(required = true) UUID cpts,
      @Schema(required = true) UUID contract,
      @Schema(required = true, minimum = "1", description = "Numéro du dialogue. — Its number.")
          int dialogue,
      @Schema(required = true, minimum = "1") int contractYear,
      @Schema(required = true) LocalDate yearFrom,
      @Schema(
              required = true,
              description = "Premier jour après l'année. — First day after the year.")
          LocalDate yearUntil,
      @Schema(
              required = true,
              minimum = "1",
              description =
                  "1 à la clôture, puis une par correction. — 1 at the closing, one more for each"
                      + " correction.")
          int resultsVersion,
      @Schema(required = true) Instant closedAt,
      @Schema(
              required = true,
              description =
                  "Empreinte de ce que les trois parties ont convenu. — Of what the three parties"
                      + " agreed on.")
          String hash,
      @Schema(required = true, examples = "ACCES_SOINS") String mission,
      @Schema(required = true, examples = "Patients inclus dans un parcours") String label,
      @Schema(required = true, examples = "RESULT") String type,
      @Schema(required = true, examples = "RISING") String direction,
      @Schema(required = true, nullable = true) @Nullable BigDecimal value,
      @Schema(required = true, nullable = true) @Nullable BigDecimal target,
      @Schema(required = true, nullable = true) @Nullable BigDecimal baseline,
      @Schema(required = true, nullable = true) @Nullable BigDecimal achievement,
      @Schema(required = true, nullable = true) @Nullable BigDecimal paidRate,
      @Schema(
              required = true,
              nullable = true,
              examples = "2/3",
              description =
                  "Part exacte de l'enveloppe variable de la mission. — Exact share of the variable"
                      + " envelope of the mission.")
          @Nullable String weight,
      @Schema(required = true, nullable = true, examples = "13125.00", description = "Euros.")
          @Nullable BigDecimal amount) {
    static AgreedResult of(ClosedDialogue dialogue, CptsValue value) {
      BigDecimal amount = value.amount();
      return new AgreedResult(
          dialogue.cpts(),
          dialogue.contract(),
          dialogue.number(),
          dialogue.contractYear(),
          dialogue.yearFrom(),
          dialogue.yearUntil(),
          dialogue.resultsVersion(),
          dialogue.closedAt(),
          dialogue.hash(),
          value.mission(),
          value.label(),
          value.type().name(),
          value.direction().name(),
          value.value(),
          value.target(),
          value.baseline(),
          value.achievement(),
          value.paidRate(),
          value.weight(),
          amount == null ? null : amount.setScale(CENTS));
    }
  }

  /** A figure that was read, and where. */
  @Schema(name = "ExplainedInput")
  public record ExplainedInput(
      @Schema(required = true, examples = "rdvPris") String name,
      @Schema(required = true) Note label,
      @Schema(required = true, examples = "1410") BigDecimal value,
      @Schema(required = true, examples = "quarterly-data") String source,
      @Schema(
              required = true,
              nullable = true,
              examples = "2013-Q3",
              description = "Nul pour une CPTS. — Null for a CPTS.")
          @Nullable String quarter,
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

  static ExplanationResponse of(ExplainedValue explained) {
    return switch (explained) {
      case ExplainedValue.OfCentre centre -> of(centre.stored());
      case ExplainedValue.OfCpts cpts -> of(cpts.stored());
    };
  }

  private static ExplanationResponse of(StoredCptsValue stored) {
    ClosedDialogue dialogue = stored.dialogue();
    CptsValue value = stored.value();
    AchievementReading reading = AchievementReading.of(value);
    BigDecimal figure = value.value();
    List<ExplainedInput> inputs = new ArrayList<>();
    input(inputs, stored, "value", "valeur", "value", figure);
    input(inputs, stored, "target", "cible", "target", value.target());
    input(inputs, stored, "baseline", "référence", "baseline", value.baseline());
    return new ExplanationResponse(
        stored.id(),
        value.indicator(),
        null,
        null,
        null,
        reading.formula(),
        reading.substituted(),
        AGREED,
        AGREED_SOURCE,
        inputs,
        List.of(),
        figure == null ? null : Rational.of(figure).toString(),
        figure,
        NOT_ROUNDED,
        value.missingReason(),
        IndicatorValuesResponse.flags(value),
        List.of(),
        READING,
        null,
        stored.knownFrom(),
        stored.knownUntil(),
        AgreedResult.of(dialogue, value),
        null);
  }

  private static void input(
      List<ExplainedInput> inputs,
      StoredCptsValue stored,
      String name,
      String fr,
      String en,
      @Nullable BigDecimal figure) {
    if (figure != null) {
      inputs.add(
          new ExplainedInput(
              fr,
              new Note(fr, en),
              figure,
              IndicatorValuesResponse.DIALOGUE,
              null,
              stored.dialogue().resultsVersion(),
              stored.value().mission() + "." + stored.value().indicator() + "." + name,
              null));
    }
  }

  private static ExplanationResponse of(StoredValue stored) {
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
        stored.knownUntil(),
        null,
        value.period().name());
  }

  private static ExplainedInput input(TracedInput input) {
    return new ExplainedInput(
        input.name(),
        Note.of(input.figure().label()),
        Objects.requireNonNull(IndicatorValuesResponse.decimal(input.value())),
        input.source().source(),
        input.source().quarter().toString(),
        input.source().version(),
        input.path(),
        input.specialty());
  }
}
