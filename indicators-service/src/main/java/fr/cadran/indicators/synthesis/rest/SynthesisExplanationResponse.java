package fr.cadran.indicators.synthesis.rest;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.synthesis.application.VisibleSynthesis;
import fr.cadran.indicators.synthesis.domain.Judgement;
import fr.cadran.indicators.synthesis.domain.Outcome;
import fr.cadran.indicators.synthesis.domain.PrimaryIndicator;
import fr.cadran.indicators.synthesis.domain.ProgrammeSynthesis;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which centres each count of a synthesis is made of, and what decided. */
@Schema(
    name = "SynthesisExplanation",
    description =
        "Ce dont chaque compte de la synthèse est fait. — What each count of the synthesis is made of.")
public record SynthesisExplanationResponse(
    @Schema(required = true) String programme,
    @Schema(required = true, examples = "2014-Q2") String quarter,
    @Schema(required = true, examples = "2012-Q4") String baselineQuarter,
    @Schema(required = true) List<LevierItem> leviers) {

  /** A levier with the centres that retained it. */
  @Schema(name = "LevierExplanation")
  public record LevierItem(
      @Schema(required = true, examples = "NON_VENUE") String levier,
      @Schema(
              required = true,
              examples = "[\"taux-non-venue 2014-Q2 < taux-non-venue 2012-Q4\"]",
              description =
                  "Quand un résultat est positif, sauf décision de l'agence ; plusieurs règles : la"
                      + " première dont les deux valeurs sont connues. — When a result is positive,"
                      + " unless the agency decided; several rules: the first whose two values are"
                      + " known.")
          List<String> rules,
      @Schema(
              required = true,
              description =
                  "Les centres qui ont retenu le levier, dans l'ordre de leurs numéros. — The centres"
                      + " that retained the levier, in the order of their numbers.")
          List<CentreItem> centres) {}

  /** What came of a levier in a centre. */
  @Schema(name = "LevierJudgement")
  public record CentreItem(
      @Schema(required = true, examples = "7") int anonymousNumber,
      @Schema(
              required = true,
              nullable = true,
              examples = "930012345",
              description = "Nul hors de votre périmètre. — Null when it is out of your reach.")
          @Nullable String centre,
      @Schema(
              required = true,
              enumeration = {"VALIDATED", "POSITIVE", "NOT_POSITIVE", "UNDECIDABLE"},
              description = "`VALIDATED` : pas encore activé. — In the plan, not activated yet.")
          String outcome,
      @Schema(required = true, nullable = true, examples = "taux-non-venue")
          @Nullable String indicator,
      @Schema(required = true, nullable = true, examples = "0.148936170213")
          @Nullable BigDecimal baseline,
      @Schema(required = true, nullable = true, examples = "7/47") @Nullable String baselineExact,
      @Schema(required = true, nullable = true, examples = "0.1") @Nullable BigDecimal current,
      @Schema(required = true, nullable = true, examples = "1/10") @Nullable String currentExact,
      @Schema(
              required = true,
              nullable = true,
              examples = "MISSING_BASELINE: taux-non-venue 2012-Q4 (NO_QUARTERLY_DATA)",
              description =
                  "Pourquoi l'indicateur ne décide pas. — Why the indicator does not decide.")
          @Nullable String reason,
      @Schema(required = true, description = "L'agence a décidé. — The agency decided.")
          boolean overruled,
      @Schema(
              required = true,
              nullable = true,
              description =
                  "Motif de l'agence, pour qui voit le centre. — The agency's reason, for those who see"
                      + " the centre.")
          @Nullable String overruleReason) {}

  static SynthesisExplanationResponse of(VisibleSynthesis visible, List<Levier> leviers) {
    ProgrammeSynthesis synthesis = visible.synthesis();
    return new SynthesisExplanationResponse(
        synthesis.programme().id(),
        synthesis.quarter().toString(),
        synthesis.programme().baseline().toString(),
        leviers.stream().map(levier -> item(levier, visible)).toList());
  }

  private static LevierItem item(Levier levier, VisibleSynthesis visible) {
    ProgrammeSynthesis synthesis = visible.synthesis();
    return new LevierItem(
        levier.name(),
        PrimaryIndicator.of(levier).stream().map(indicator -> rule(indicator, synthesis)).toList(),
        synthesis.of(levier).stream()
            .filter(one -> one.outcome() != Outcome.NOT_RETAINED)
            .map(one -> centre(one, visible))
            .toList());
  }

  private static String rule(PrimaryIndicator indicator, ProgrammeSynthesis synthesis) {
    return indicator.code()
        + " "
        + synthesis.quarter()
        + (indicator.improved(Rational.ZERO, Rational.ONE) ? " > " : " < ")
        + indicator.code()
        + " "
        + synthesis.programme().baseline();
  }

  private static CentreItem centre(Judgement judgement, VisibleSynthesis visible) {
    boolean inReach = visible.named().containsKey(judgement.centre());
    return new CentreItem(
        judgement.anonymousNumber(),
        inReach ? judgement.centre().value() : null,
        judgement.outcome().name(),
        judgement.indicator() == null ? null : judgement.indicator().code(),
        decimal(judgement.baseline()),
        exact(judgement.baseline()),
        decimal(judgement.current()),
        exact(judgement.current()),
        judgement.reason(),
        judgement.overruled() != null,
        inReach && judgement.overruled() != null ? judgement.overruled().reason() : null);
  }

  private static @Nullable BigDecimal decimal(@Nullable Rational value) {
    return value == null ? null : ProgrammeSynthesisResponse.decimal(value);
  }

  private static @Nullable String exact(@Nullable Rational value) {
    return value == null ? null : value.toString();
  }
}
