package fr.cadran.contracts.dialogue.rest;

import fr.cadran.contracts.dialogue.application.ResultsWish;
import fr.cadran.contracts.dialogue.domain.Evidence;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Rational;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The results of a year. */
@Schema(name = "ResultsWish")
record ResultsRequest(
    @Schema(required = true) @NotNull @Size(max = 500) List<@Valid @NotNull Value> values,
    @Schema(
            nullable = true,
            description =
                "Dépensé de l'enveloppe fléchée, en euros. — Spent of the earmarked envelope, euros.",
            examples = "30000.00")
        @Digits(integer = 12, fraction = 2) @PositiveOrZero @Nullable BigDecimal orientationSpent) {

  ResultsWish toWish() {
    return wish(values, orientationSpent);
  }

  private static ResultsWish wish(List<Value> values, @Nullable BigDecimal spent) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      errors.addAll(values.get(i).errors("/values/" + i));
    }
    Refusals.refuse(errors);
    return new ResultsWish(
        values.stream().map(Value::toWish).toList(), spent == null ? null : new Euros(spent));
  }

  /** The result of an indicator: one of value, engaged and agreedRate. */
  @Schema(name = "ResultValueWish")
  record Value(
      @Schema(required = true, examples = "patients-parcours")
          @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}") String code,
      @Schema(
              nullable = true,
              description =
                  "Nécessaire quand plusieurs missions ont ce code. — Needed when several missions"
                      + " have this code.")
          @Nullable FundingLine mission,
      @Schema(nullable = true, examples = "10", description = "Valeur mesurée. — Measured value.")
          @Digits(integer = 12, fraction = 12) @PositiveOrZero @Nullable BigDecimal value,
      @Schema(nullable = true, description = "Moyens engagés. — Means engaged.")
          @Nullable Boolean engaged,
      @Schema(
              nullable = true,
              description =
                  "Taux fixé par les trois parties, de 0 à 1. — Rate set by the three parties.")
          @Digits(integer = 1, fraction = 12) @PositiveOrZero @DecimalMax("1") @Nullable BigDecimal agreedRate,
      @Schema(nullable = true, description = "Raison du taux fixé. — Reason of the rate.")
          @Size(max = 2000) @Nullable String reason,
      @Schema(nullable = true) @Size(max = 50) @Nullable List<@Valid @NotNull EvidenceItem> evidence) {

    List<FieldError> errors(String pointer) {
      List<FieldError> errors = new ArrayList<>();
      if (Stream.of(value, engaged, agreedRate).filter(Objects::nonNull).count() != 1) {
        errors.add(new FieldError(pointer, "ONE_RESULT_ONLY"));
      }
      if (agreedRate != null && (reason == null || reason.isBlank())) {
        errors.add(new FieldError(pointer + "/reason", "REASON_MISSING"));
      }
      if (evidence != null) {
        for (int i = 0; i < evidence.size(); i++) {
          if (evidence.get(i).link() == null && evidence.get(i).fileHash() == null) {
            errors.add(new FieldError(pointer + "/evidence/" + i, "LINK_OR_FILE"));
          }
        }
      }
      return errors;
    }

    ResultsWish.Value toWish() {
      return new ResultsWish.Value(
          code,
          mission,
          result(),
          evidence == null
              ? List.of()
              : evidence.stream()
                  .map(one -> new Evidence(one.link(), one.fileHash(), one.label()))
                  .toList());
    }

    private Result result() {
      if (engaged != null) {
        return new Result.Means(engaged);
      }
      return agreedRate != null
          ? new Result.AgreedRate(Rational.of(agreedRate), Objects.requireNonNull(reason))
          : new Result.Measured(Rational.of(Objects.requireNonNull(value)));
    }
  }

  /** A piece of evidence: where it is, the hash of the file, or both. */
  @Schema(name = "EvidenceItem")
  record EvidenceItem(
      @Schema(nullable = true, examples = "https://cpts.example/bilan-2023.pdf")
          @Size(max = 2000) @Pattern(regexp = "https://[!-~]+") @Nullable String link,
      @Schema(
              nullable = true,
              description =
                  "SHA-256 d’un fichier déposé dans ce dialogue. — SHA-256 of a file uploaded to this"
                      + " dialogue.")
          @Pattern(regexp = "[0-9a-f]{64}") @Nullable String fileHash,
      @Schema(nullable = true, examples = "Bilan annuel") @Size(max = 200) @Nullable String label) {}

  /** A correction of the results of a closed year. */
  @Schema(name = "CorrectionWish")
  record Correction(
      @Schema(
              required = true,
              description = "Ce qui change ; le reste demeure. — What changes; the rest stays.")
          @NotNull @Size(max = 500) List<@Valid @NotNull Value> values,
      @Schema(nullable = true) @Digits(integer = 12, fraction = 2) @PositiveOrZero @Nullable BigDecimal orientationSpent,
      @Schema(required = true, examples = "Double compte de patients") @NotBlank @Size(max = 2000) String reason) {

    ResultsWish toWish() {
      return wish(values, orientationSpent);
    }
  }
}
