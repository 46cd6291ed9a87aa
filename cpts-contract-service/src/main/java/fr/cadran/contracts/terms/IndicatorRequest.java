package fr.cadran.contracts.terms;

import fr.cadran.contracts.indicator.domain.ContractIndicator;
import fr.cadran.contracts.indicator.domain.Direction;
import fr.cadran.contracts.indicator.domain.IndicatorSheet;
import fr.cadran.contracts.indicator.domain.IndicatorType;
import fr.cadran.contracts.indicator.domain.MeasuringMode;
import fr.cadran.contracts.indicator.domain.Weight;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Rational;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An indicator of a mission as it travels. */
@Schema(
    name = "ContractIndicator",
    description = "Indicateur d'une mission. — An indicator of a mission.")
public record IndicatorRequest(
    @Schema(required = true, examples = "patients-parcours")
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}") String code,
    @Schema(nullable = true) @Size(max = 300) @Nullable String label,
    @Schema(
            nullable = true,
            defaultValue = "RESULT",
            description =
                "MEANS (moyens, volet fixe), FOLLOW_UP (suivi), RESULT (résultat). — MEANS conditions"
                    + " the volet fixe.")
        @Nullable IndicatorType type,
    @Schema(nullable = true, defaultValue = "LOCAL") ContractIndicator.@Nullable Level level,
    @Schema(
            nullable = true,
            examples = "0.5",
            description =
                "Part de l'enveloppe annuelle du volet ; ou `weightEuros`. — Share of the yearly"
                    + " envelope of the volet; or `weightEuros`.")
        @Digits(integer = 1, fraction = 12) @PositiveOrZero @Nullable BigDecimal weight,
    @Schema(nullable = true, examples = "9000.00")
        @Digits(integer = 12, fraction = 2) @PositiveOrZero @Nullable BigDecimal weightEuros,
    @Schema(nullable = true, defaultValue = "RISING") @Nullable Direction direction,
    @Schema(nullable = true, defaultValue = "LEVEL") @Nullable MeasuringMode mode,
    @Schema(nullable = true, examples = "0") @Digits(integer = 12, fraction = 12) @PositiveOrZero @Nullable BigDecimal baseline,
    @Schema(
            nullable = true,
            description =
                "Cible par année de contrat ; absente : à fixer par avenant. — Target by contract year;"
                    + " absent: to be set by avenant.")
        @Size(max = 20) @Nullable Map<Integer, @Digits(integer = 12, fraction = 12) @PositiveOrZero @NotNull BigDecimal>
            targets,
    @Schema(
            nullable = true,
            defaultValue = "false",
            description =
                "Décision des parties : la cible est de maintenir la référence. — The parties decided"
                    + " that the target is to hold the baseline.")
        @Nullable Boolean maintain,
    @Schema(nullable = true) @Valid @Nullable ScaleRequest scale,
    @Schema(nullable = true) @Valid @Nullable SheetRequest sheet) {

  /** What the parties wrote about an indicator. */
  @Schema(
      name = "IndicatorSheet",
      description =
          "Ce que les parties ont écrit ; ce qui manque est un avertissement. — What the parties wrote;"
              + " what is missing is a warning.")
  public record SheetRequest(
      @Schema(nullable = true) @Size(max = 1000) @Nullable String definition,
      @Schema(nullable = true) @Size(max = 1000) @Nullable String calculation,
      @Schema(nullable = true) @Size(max = 60) @Nullable String unit,
      @Schema(nullable = true, examples = "SNDS") @Size(max = 200) @Nullable String dataSource,
      @Schema(nullable = true) @Size(max = 200) @Nullable String suppliedBy,
      @Schema(nullable = true) @Size(max = 500) @Nullable String evidence,
      @Schema(nullable = true) @Size(max = 1000) @Nullable String roomForProgress,
      @Schema(nullable = true) @Size(max = 1000) @Nullable String attainable,
      @Schema(nullable = true) @Size(max = 500) @Nullable String action) {}

  /** What the form alone shows to be wrong. */
  public List<FieldError> errors(String pointer) {
    List<FieldError> errors = new ArrayList<>();
    if (weight != null && weightEuros != null) {
      errors.add(new FieldError(pointer + "/weightEuros", "WEIGHT_OR_EUROS"));
    }
    if (scale != null) {
      errors.addAll(scale.errors(pointer + "/scale"));
    }
    return errors;
  }

  /** The faults of the forms of a list. */
  public static List<FieldError> errors(List<IndicatorRequest> indicators, String pointer) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < indicators.size(); i++) {
      errors.addAll(indicators.get(i).errors(pointer + "/" + i));
    }
    return errors;
  }

  /** The indicator; {@link #errors} has found none. */
  public ContractIndicator toDomain() {
    Map<Integer, Rational> goals = new TreeMap<>();
    if (targets != null) {
      targets.forEach((year, target) -> goals.put(year, Rational.of(target)));
    }
    return new ContractIndicator(
        code,
        label == null ? code : label,
        type == null ? IndicatorType.RESULT : type,
        level == null ? ContractIndicator.Level.LOCAL : level,
        direction == null ? Direction.RISING : direction,
        mode == null ? MeasuringMode.LEVEL : mode,
        baseline == null ? null : Rational.of(baseline),
        goals,
        maintain != null && maintain,
        weightOf(),
        (scale == null
                ? new ScaleRequest(ScaleRequest.Kind.PRO_RATA, null, null, null, null, null)
                : scale)
            .toDomain(),
        sheet == null ? IndicatorSheet.BLANK : sheetOf(sheet));
  }

  private @Nullable Weight weightOf() {
    if (weightEuros != null) {
      return new Weight.Amount(new Euros(weightEuros));
    }
    return weight == null ? null : new Weight.Share(Rational.of(weight));
  }

  private static IndicatorSheet sheetOf(SheetRequest sheet) {
    return new IndicatorSheet(
        sheet.definition(),
        sheet.calculation(),
        sheet.unit(),
        sheet.dataSource(),
        sheet.suppliedBy(),
        sheet.evidence(),
        sheet.roomForProgress(),
        sheet.attainable(),
        sheet.action());
  }

  /** An indicator of the domain as it travels: what {@link #toDomain} reads back the same. */
  public static IndicatorRequest of(ContractIndicator indicator) {
    Map<Integer, BigDecimal> goals = new TreeMap<>();
    indicator.targets().forEach((year, target) -> goals.put(year, Decimals.of(target)));
    Weight weight = indicator.weight();
    IndicatorSheet sheet = indicator.sheet();
    return new IndicatorRequest(
        indicator.code(),
        indicator.label(),
        indicator.type(),
        indicator.level(),
        weight instanceof Weight.Share(Rational share) ? Decimals.of(share) : null,
        weight instanceof Weight.Amount(Euros euros) ? euros.amount() : null,
        indicator.direction(),
        indicator.mode(),
        indicator.baseline() == null
            ? null
            : Decimals.of(Objects.requireNonNull(indicator.baseline())),
        goals,
        indicator.maintain(),
        ScaleRequest.of(indicator.scale()),
        new SheetRequest(
            sheet.definition(),
            sheet.calculation(),
            sheet.unit(),
            sheet.dataSource(),
            sheet.suppliedBy(),
            sheet.evidence(),
            sheet.roomForProgress(),
            sheet.attainable(),
            sheet.action()));
  }
}
