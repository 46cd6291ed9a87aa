package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Direction;
import fr.cadran.contracts.indicator.domain.IndicatorType;
import fr.cadran.contracts.indicator.domain.MeasuringMode;
import fr.cadran.contracts.terms.IndicatorRequest;
import fr.cadran.contracts.terms.ScaleRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An imagined contract. */
@Schema(
    name = "ContractSimulationRequest",
    description = "Un contrat imaginé, avec ses hypothèses. — An imagined contract.")
public record SimulationRequest(
    @Schema(required = true, examples = "ACI-2019") @NotBlank @Size(max = 40) String fundingTable,
    @Schema(required = true, examples = "2") @NotNull @Min(1) @Max(4) Integer size,
    @Schema(required = true, examples = "2022-03-01") @NotNull LocalDate signedOn,
    @Schema(
            nullable = true,
            defaultValue = "5",
            description =
                "Années de contrat à calculer ; par défaut toutes. — Contract years to compute; all by"
                    + " default.")
        @Min(1) @Max(10) @Nullable Integer years,
    @Schema(required = true) @NotNull @Size(max = 6) List<@Valid @NotNull Mission> missions,
    @Schema(
            nullable = true,
            description =
                "Règles à remplacer, par leur nom dans la table : `{\"proration\": \"MONTHS\"}`. — Rules"
                    + " to replace, by their name in the table.")
        @Size(max = 22) @Nullable Map<String, @NotBlank @Size(max = 40) String> parameters,
    @Schema(nullable = true, description = "Avenants de taille. — Changes of size.") @Size(max = 10) @Nullable List<@Valid @NotNull SizeChange> sizeChanges,
    @Schema(nullable = true, description = "Jours de crise reconnue. — Days of recognised crises.")
        @Size(max = 10) @Nullable List<@NotNull LocalDate> crises,
    @Schema(
            nullable = true,
            description =
                "Dépensé sur l'enveloppe fléchée, par année de contrat. — Spent of the earmarked"
                    + " envelope, by contract year.")
        @Nullable Map<Integer, @PositiveOrZero @Digits(integer = 12, fraction = 2) @NotNull BigDecimal>
            orientationSpent,
    @Schema(
            nullable = true,
            description =
                "Fin anticipée : premier jour sans contrat. — First day without contract.")
        @Nullable LocalDate terminatedOn,
    @Schema(
            nullable = true,
            description =
                "Autres valeurs à comparer : meilleur cas, pire cas… — Other values to compare: best"
                    + " case, worst case…")
        @Size(max = 10) @Nullable List<@Valid @NotNull Hypothesis> hypotheses,
    @Schema(nullable = true, description = "Autres barèmes à comparer. — Other scales to compare.")
        @Size(max = 10) @Nullable List<@Valid @NotNull ScaleChoice> alternativeScales) {

  /** A mission of an imagined contract. */
  @Schema(name = "SimulatedMission")
  public record Mission(
      @Schema(required = true, examples = "ACCES_SOINS") @NotNull FundingLine mission,
      @Schema(required = true, examples = "2022-09-01") @NotNull LocalDate startedOn,
      @Schema(nullable = true) @Nullable LocalDate endsOn,
      @Schema(nullable = true, defaultValue = "false") @Nullable Boolean snpCompensation,
      @Schema(nullable = true, defaultValue = "false") @Nullable Boolean snpOrientation,
      @Schema(nullable = true) @Size(max = 50) @Nullable List<@Valid @NotNull Indicator> indicators) {}

  /** An indicator with the results that are hoped or feared. */
  @Schema(name = "SimulatedIndicator")
  public record Indicator(
      @Schema(required = true, examples = "patients-parcours")
          @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}") String code,
      @Schema(nullable = true) @Size(max = 300) @Nullable String label,
      @Schema(nullable = true, defaultValue = "RESULT") @Nullable IndicatorType type,
      @Schema(nullable = true, defaultValue = "LOCAL") ContractIndicator.@Nullable Level level,
      @Schema(nullable = true, examples = "1.0") @Digits(integer = 1, fraction = 12) @PositiveOrZero @Nullable BigDecimal weight,
      @Schema(nullable = true, examples = "9000.00")
          @Digits(integer = 12, fraction = 2) @PositiveOrZero @Nullable BigDecimal weightEuros,
      @Schema(nullable = true, defaultValue = "RISING") @Nullable Direction direction,
      @Schema(nullable = true, examples = "0") @Digits(integer = 12, fraction = 12) @PositiveOrZero @Nullable BigDecimal baseline,
      @Schema(
              nullable = true,
              description = "Cible par année de contrat. — Target by contract year.")
          @Nullable Map<Integer, @Digits(integer = 12, fraction = 12) @PositiveOrZero @NotNull BigDecimal>
              targets,
      @Schema(
              nullable = true,
              description =
                  "Valeur mesurée par année de contrat. — Measured value by contract year.")
          @Nullable Map<Integer, @Digits(integer = 12, fraction = 12) @PositiveOrZero @NotNull BigDecimal>
              values,
      @Schema(
              nullable = true,
              description = "MEANS : moyens engagés, par année. — Means engaged, by year.")
          @Nullable Map<Integer, @NotNull Boolean> engaged,
      @Schema(
              nullable = true,
              description =
                  "AGREED : taux fixé par les parties, par année. — Agreed rate, by year.")
          @Nullable Map<Integer, @Valid @NotNull AgreedRate> agreed,
      @Schema(nullable = true, defaultValue = "LEVEL") @Nullable MeasuringMode mode,
      @Schema(nullable = true, defaultValue = "false") @Nullable Boolean maintain,
      @Schema(nullable = true) @Valid @Nullable ScaleRequest scale) {

    IndicatorRequest terms() {
      return new IndicatorRequest(
          code,
          label,
          type,
          level,
          weight,
          weightEuros,
          direction,
          mode,
          baseline,
          targets,
          maintain,
          scale,
          null);
    }
  }

  /** A rate that the three parties set. */
  @Schema(name = "AgreedRate")
  public record AgreedRate(
      @Schema(required = true, examples = "0.8")
          @NotNull @PositiveOrZero @DecimalMax("1") @Digits(integer = 1, fraction = 12) BigDecimal rate,
      @Schema(required = true) @NotBlank @Size(max = 1000) String reason) {}

  /** A change of size. */
  @Schema(name = "SimulatedSizeChange")
  public record SizeChange(
      @Schema(required = true) @NotNull LocalDate from,
      @Schema(required = true) @NotNull @Min(1) @Max(4) Integer size) {}

  /** Other values for some indicators. */
  @Schema(name = "SimulationHypothesis")
  public record Hypothesis(
      @Schema(required = true, examples = "pire cas") @NotBlank @Size(max = 80) String name,
      @Schema(
              required = true,
              description =
                  "Valeurs par indicateur, « code » ou « MISSION/code », puis par année. — Values by"
                      + " indicator, “code” or “MISSION/code”, then by year.")
          @NotNull Map<
                  @NotBlank @Size(max = 120) String,
                  @NotNull Map<
                      Integer,
                      @Digits(integer = 12, fraction = 12) @PositiveOrZero @NotNull BigDecimal>>
              values) {}

  /** Other scales for some indicators. */
  @Schema(name = "SimulationScales")
  public record ScaleChoice(
      @Schema(required = true, examples = "au prorata") @NotBlank @Size(max = 80) String name,
      @Schema(required = true, description = "Barème par indicateur. — Scale by indicator.")
          @NotNull Map<@NotBlank @Size(max = 120) String, @Valid @NotNull ScaleRequest> scales) {}
}
