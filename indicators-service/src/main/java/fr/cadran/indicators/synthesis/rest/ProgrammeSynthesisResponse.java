package fr.cadran.indicators.synthesis.rest;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.programme.domain.Programme;
import fr.cadran.indicators.synthesis.domain.LevierCount;
import fr.cadran.indicators.synthesis.domain.PrimaryIndicator;
import fr.cadran.indicators.synthesis.domain.ProgrammeSynthesis;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a programme achieved, levier by levier. */
@Schema(
    name = "ProgrammeSynthesis",
    description =
        "Synthèse d'un programme, levier par levier. — What a programme achieved, levier by levier.")
public record ProgrammeSynthesisResponse(
    @Schema(required = true, examples = "0199d0a0-0000-7000-8000-000000000001") String programme,
    @Schema(required = true, examples = "ARS IdF 2013") String name,
    @Schema(
            required = true,
            description = "Vrai : données de démonstration. — True: demonstration data.")
        boolean fictional,
    @Schema(required = true, examples = "2014-Q2") String quarter,
    @Schema(required = true, examples = "2012-Q4") String baselineQuarter,
    @Schema(
            required = true,
            examples = "28",
            description =
                "Centres comptés : ceux qui n'avaient pas quitté le programme à la fin du trimestre. —"
                    + " Centres that count: those that had not left by the end of the quarter.")
        int centres,
    @Schema(required = true, description = "Dans l'ordre du programme. — In the programme's order.")
        List<LevierItem> leviers,
    @Schema(required = true) Total total) {
  private static final int DECIMALS = 12;

  /** The results of one levier. */
  @Schema(name = "LevierSynthesis")
  public record LevierItem(
      @Schema(required = true, examples = "NON_VENUE") String levier,
      @Schema(
              required = true,
              examples = "[\"taux-non-venue\"]",
              description =
                  "Ce qui décide d'un résultat positif : le premier qui a une valeur aux deux"
                      + " trimestres. — What decides on a positive result: the first with a value in"
                      + " both quarters.")
          List<String> primaryIndicators,
      @Schema(
              required = true,
              examples = "26",
              description = "Validés, activés compris. — In the plans, activated ones included.")
          int validated,
      @Schema(required = true, examples = "26") int activated,
      @Schema(required = true, examples = "19") int positive,
      @Schema(
              required = true,
              nullable = true,
              examples = "1",
              description =
                  "Activés ÷ validés, à 12 décimales (HALF_UP). — Activated ÷ validated, to 12 decimals"
                      + " (HALF_UP).")
          @Nullable BigDecimal activationRate,
      @Schema(required = true, nullable = true, examples = "NOTHING_VALIDATED")
          @Nullable String activationRateMissingReason,
      @Schema(
              required = true,
              nullable = true,
              examples = "0.730769230769",
              description =
                  "Résultats positifs ÷ activés, à 12 décimales (HALF_UP). — Positive results ÷"
                      + " activated, to 12 decimals (HALF_UP).")
          @Nullable BigDecimal positiveRate,
      @Schema(required = true, nullable = true, examples = "NOTHING_ACTIVATED")
          @Nullable String positiveRateMissingReason,
      @Schema(
              required = true,
              description =
                  "Activés dont l'agence a décidé le résultat. — Activated ones whose result the agency"
                      + " decided.")
          int overruled,
      @Schema(
              required = true,
              description =
                  "Activés dont rien ne décide le résultat ; ils ne comptent pas parmi les positifs. —"
                      + " Activated ones whose result nothing decides; not among the positive.")
          int undecidable,
      @Schema(required = true) List<Reason> undecidableReasons) {}

  /** The results of all leviers together. */
  @Schema(name = "SynthesisTotal")
  public record Total(
      @Schema(required = true, examples = "214") int validated,
      @Schema(required = true, examples = "158") int activated,
      @Schema(required = true, examples = "110") int positive,
      @Schema(required = true, nullable = true, examples = "0.738317757009")
          @Nullable BigDecimal activationRate,
      @Schema(required = true, nullable = true) @Nullable String activationRateMissingReason,
      @Schema(required = true, nullable = true, examples = "0.696202531646")
          @Nullable BigDecimal positiveRate,
      @Schema(required = true, nullable = true) @Nullable String positiveRateMissingReason,
      @Schema(required = true) int overruled,
      @Schema(required = true) int undecidable) {}

  /** Why results are undecidable. */
  @Schema(name = "UndecidableReason")
  public record Reason(
      @Schema(
              required = true,
              examples = "MISSING_VALUE: taux-non-venue 2014-Q2 (MISSING_INPUT: passages)")
          String reason,
      @Schema(required = true, examples = "2") int centres) {}

  static ProgrammeSynthesisResponse of(ProgrammeSynthesis synthesis) {
    Programme programme = synthesis.programme();
    return new ProgrammeSynthesisResponse(
        programme.id(),
        programme.name(),
        programme.fictional(),
        synthesis.quarter().toString(),
        programme.baseline().toString(),
        synthesis.cohort().size(),
        programme.leviers().stream().map(levier -> item(levier, synthesis.count(levier))).toList(),
        total(synthesis.total()));
  }

  private static LevierItem item(Levier levier, LevierCount count) {
    return new LevierItem(
        levier.name(),
        PrimaryIndicator.of(levier).stream().map(PrimaryIndicator::code).toList(),
        count.validated(),
        count.activated(),
        count.positive(),
        decimal(count.activationRate()),
        nothingValidated(count),
        decimal(count.positiveRate()),
        nothingActivated(count),
        count.overruled(),
        count.undecidable(),
        count.undecidableReasons().entrySet().stream()
            .map(reason -> new Reason(reason.getKey(), reason.getValue()))
            .toList());
  }

  private static Total total(LevierCount count) {
    return new Total(
        count.validated(),
        count.activated(),
        count.positive(),
        decimal(count.activationRate()),
        nothingValidated(count),
        decimal(count.positiveRate()),
        nothingActivated(count),
        count.overruled(),
        count.undecidable());
  }

  static @Nullable String nothingValidated(LevierCount count) {
    return count.activationRate().isPresent() ? null : "NOTHING_VALIDATED";
  }

  static @Nullable String nothingActivated(LevierCount count) {
    return count.positiveRate().isPresent() ? null : "NOTHING_ACTIVATED";
  }

  static @Nullable BigDecimal decimal(Optional<Rational> rate) {
    return rate.map(ProgrammeSynthesisResponse::decimal).orElse(null);
  }

  static BigDecimal decimal(Rational exact) {
    BigDecimal rounded = exact.round(DECIMALS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
