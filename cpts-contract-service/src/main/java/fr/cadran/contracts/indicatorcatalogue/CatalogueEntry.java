package fr.cadran.contracts.indicatorcatalogue;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Direction;
import fr.cadran.contracts.indicator.domain.IndicatorRules;
import fr.cadran.contracts.indicator.domain.IndicatorType;
import fr.cadran.contracts.indicator.domain.MeasuringMode;
import fr.cadran.contracts.terms.IndicatorRequest;
import fr.cadran.contracts.terms.ScaleRequest;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the catalogue as it is shipped.
 *
 * @param code unique in the catalogue
 * @param level set nationally, or an example for the parties
 * @param missions that it fits, in printed order
 * @param direction which way is better
 * @param validFrom first day of the list that names it; null for a local example, which has none
 * @param validUntil first day of the list that no longer names it
 * @param source text that it comes from
 * @param example what a contract could agree on, with invented figures
 */
record CatalogueEntry(
    @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}") String code,
    @NotNull @Valid Bilingual label,
    ContractIndicator.@NotNull Level level,
    @NotEmpty List<@NotNull FundingLine> missions,
    @NotNull Direction direction,
    @NotNull @Valid Bilingual unit,
    @NotNull @Valid Bilingual definition,
    @NotNull @Valid Bilingual calculation,
    @NotNull @Valid Bilingual dataSource,
    @NotNull @Valid Bilingual suppliedBy,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @NotBlank String source,
    @NotNull @Valid Example example) {
  private static final Euros ANY_ENVELOPE = new Euros(new BigDecimal("17500.00"));
  private static final int CONTRACT_YEARS = 5;

  /** A text in both languages. */
  record Bilingual(@NotBlank String fr, @NotBlank String en) {}

  /** Terms that a contract could agree on; what is not said has the default of the wire form. */
  record Example(
      @NotNull IndicatorType type,
      @Nullable BigDecimal weight,
      @Nullable MeasuringMode mode,
      @Nullable BigDecimal baseline,
      @Nullable Map<Integer, BigDecimal> targets,
      @Nullable Boolean maintain,
      @Nullable ScaleRequest scale) {}

  boolean isValidOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validUntil == null || day.isBefore(validUntil));
  }

  /** The entry as terms that can be proposed as they are. */
  IndicatorRequest terms() {
    return new IndicatorRequest(
        code,
        label.fr(),
        example.type(),
        level,
        example.weight(),
        null,
        direction,
        example.mode(),
        example.baseline(),
        example.targets(),
        example.maintain(),
        example.scale(),
        new IndicatorRequest.SheetRequest(
            definition.fr(),
            calculation.fr(),
            unit.fr(),
            dataSource.fr(),
            suppliedBy.fr(),
            null,
            null,
            null,
            null));
  }

  /** What the form of the row does not show and would mislead its reader. */
  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    if (level == ContractIndicator.Level.NATIONAL && validFrom == null) {
      errors.add(new FieldError("/validFrom", "REQUIRED"));
    }
    if (validUntil != null && (validFrom == null || !validUntil.isAfter(validFrom))) {
      errors.add(new FieldError("/validUntil", "ENDS_BEFORE_IT_STARTS"));
    }
    if (new HashSet<>(missions).size() < missions.size()
        || missions.stream().anyMatch(line -> !line.isMission())) {
      errors.add(new FieldError("/missions", "LINE_UNKNOWN"));
    }
    errors.addAll(terms().errors("/example"));
    if (errors.isEmpty()) {
      errors.addAll(
          IndicatorRules.errorsOf(
              List.of(terms().toDomain()), ANY_ENVELOPE, CONTRACT_YEARS, "/example"));
    }
    return errors;
  }
}
