package fr.cadran.indicators.catalogue.rest;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.catalogue.domain.Formula;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.catalogue.domain.Input;
import fr.cadran.indicators.catalogue.domain.WorkedExample;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an indicator is. */
@Schema(name = "Indicator", description = "Définition d'un indicateur. — What an indicator is.")
public record IndicatorResponse(
    @Schema(required = true, examples = "taux-non-venue") String code,
    @Schema(required = true, examples = "NON_VENUE") String levier,
    @Schema(required = true) LeviersResponse.Label label,
    @Schema(required = true, examples = "ratio") String unit,
    @Schema(required = true, examples = "(rdvPris − passages + sansRdv) ÷ rdvPris") String formula,
    @Schema(
            required = true,
            description =
                "Formules de repli quand il manque une entrée de la première. — Formulas to fall"
                    + " back on when an input of the first is missing.")
        List<String> alternativeFormulas,
    @Schema(required = true, description = "Entrées du numérateur. — Inputs of the numerator.")
        List<String> numerator,
    @Schema(required = true, description = "Entrées du dénominateur. — Inputs of the denominator.")
        List<String> denominator,
    @Schema(required = true) List<InputItem> inputs,
    @Schema(required = true, examples = "CENTRE") String breakdown,
    @Schema(required = true, examples = "LOWER_IS_BETTER") String direction,
    @Schema(required = true, nullable = true, examples = "0.1") @Nullable BigDecimal defaultTarget,
    @Schema(required = true, examples = "PRINTED") String provenance,
    @Schema(required = true, examples = "seed 000, ANNEXE I") String source,
    @Schema(required = true, nullable = true) LeviersResponse.@Nullable Label note,
    @Schema(required = true, minimum = "1") int version,
    @Schema(required = true) LocalDate validFrom,
    @Schema(
            required = true,
            description =
                "Formules sur une année ou quatre trimestres glissants, chacune avec sa règle. —"
                    + " Formulas over a year or four rolling quarters, each with its rule.")
        List<PeriodFormula> periodFormulas,
    @Schema(required = true, nullable = true) @Nullable Example example) {

  /** How several quarters become one value. */
  @Schema(name = "IndicatorPeriodFormula")
  public record PeriodFormula(
      @Schema(required = true, examples = "(rdvPris − passages + sansRdv) ÷ rdvPris")
          String formula,
      @Schema(required = true, examples = "RATIO_OF_SUMS") String rule,
      @Schema(required = true) LeviersResponse.Label label) {
    static PeriodFormula of(Formula formula) {
      return new PeriodFormula(
          formula.whole().text(),
          formula.overQuarters().name(),
          LeviersResponse.Label.of(formula.overQuarters().label()));
    }
  }

  /** The indicator computed by hand. */
  @Schema(
      name = "IndicatorExample",
      description =
          "Exemple chiffré ; nul pour ce que seul le registre des rendez-vous connaît. — Worked example;"
              + " null for what only the appointment ledger knows.")
  public record Example(
      @Schema(required = true, examples = "2013-Q3") String quarter,
      @Schema(required = true) List<ExampleInput> inputs,
      @Schema(required = true, nullable = true, examples = "CUMULATIVE")
          @Nullable String purchasesBasis,
      @Schema(required = true, examples = "(1410 − 1500 + 300) ÷ 1410") String substituted,
      @Schema(
              required = true,
              examples = "7/47",
              description = "Fraction exacte. — Exact fraction.")
          String value,
      @Schema(required = true, examples = "0.1489") BigDecimal rounded) {
    static Example of(IndicatorDefinition definition, WorkedExample example) {
      return new Example(
          WorkedExample.QUARTER,
          example.given().stream().map(ExampleInput::of).toList(),
          example.purchasesBasis(),
          example.substituted(),
          example.value().toString(),
          definition.unit().round(example.value()));
    }
  }

  /** A figure of the example. */
  @Schema(name = "IndicatorExampleInput")
  public record ExampleInput(
      @Schema(required = true, examples = "2013-Q3") String quarter,
      @Schema(required = true, nullable = true, examples = "DENTAIRE") @Nullable String specialty,
      @Schema(required = true, examples = "patients.appointments") String path,
      @Schema(required = true, examples = "rdvPris") String name,
      @Schema(required = true, examples = "1410") String value) {
    static ExampleInput of(WorkedExample.Given given) {
      String specialty = given.specialty();
      Figure figure = given.figure();
      return new ExampleInput(
          given.quarter(),
          specialty,
          specialty == null ? figure.path() : figure.pathFor(specialty),
          figure.french(),
          figure.notation().write(given.value()));
    }
  }

  /** A named input. */
  @Schema(name = "IndicatorInput")
  public record InputItem(
      @Schema(required = true, examples = "rdvPris") String name,
      @Schema(required = true, examples = "patients.appointments") String path,
      @Schema(required = true, examples = "QUARTER") String reach,
      @Schema(required = true) LeviersResponse.Label label) {
    static InputItem of(Input input) {
      return new InputItem(
          input.name(),
          input.figure().path(),
          input.reach().name(),
          LeviersResponse.Label.of(input.figure().label()));
    }
  }

  static IndicatorResponse of(IndicatorDefinition definition) {
    Formula main = definition.mainFormula();
    Rational target = definition.defaultTarget();
    return new IndicatorResponse(
        definition.code(),
        definition.levier().name(),
        LeviersResponse.Label.of(definition.label()),
        definition.unit().code(),
        main.whole().text(),
        definition.formulas().stream().skip(1).map(formula -> formula.whole().text()).toList(),
        main.numeratorInputs(),
        main.denominatorInputs(),
        definition.formulas().stream()
            .flatMap(formula -> formula.inputs().stream())
            .distinct()
            .map(InputItem::of)
            .toList(),
        definition.breakdown().name(),
        definition.direction().name(),
        target == null ? null : target.round(4).stripTrailingZeros(),
        definition.provenance().name(),
        definition.source(),
        definition.note() == null ? null : LeviersResponse.Label.of(definition.note()),
        definition.version(),
        definition.validFrom(),
        definition.periodFormulas().stream().map(PeriodFormula::of).toList(),
        definition.example().map(example -> Example.of(definition, example)).orElse(null));
  }
}
