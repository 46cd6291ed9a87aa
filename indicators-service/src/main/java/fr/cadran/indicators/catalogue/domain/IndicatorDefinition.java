package fr.cadran.indicators.catalogue.domain;

import fr.cadran.kit.type.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is (indicators.md §2).
 *
 * @param code stable, kebab case: {@code taux-non-venue}
 * @param levier the levier that it follows
 * @param label its name
 * @param unit what it is counted in
 * @param formulas ways to obtain it for a quarter; the first whose inputs are all known counts
 * @param periodFormulas ways to obtain it for several quarters, in the same order of preference
 * @param breakdown whether it is also given by specialty
 * @param direction which way it improves
 * @param defaultTarget the target when a plan sets none, null when the source gives none
 * @param provenance where the formula comes from
 * @param source the text that prints or names it
 * @param note what a reader must know beside the formula, null when there is nothing
 * @param version of the definition, from 1; a value says which one it was computed by
 * @param validFrom first day on which the definition applies
 */
public record IndicatorDefinition(
    String code,
    Levier levier,
    Label label,
    Unit unit,
    List<Formula> formulas,
    List<Formula> periodFormulas,
    Breakdown breakdown,
    Direction direction,
    @Nullable Rational defaultTarget,
    Provenance provenance,
    String source,
    @Nullable Label note,
    int version,
    LocalDate validFrom) {

  /**
   * A definition with at least one formula.
   *
   * @throws IllegalArgumentException when there is no formula
   */
  public IndicatorDefinition {
    formulas = List.copyOf(formulas);
    periodFormulas = List.copyOf(periodFormulas);
    if (formulas.isEmpty() || periodFormulas.isEmpty()) {
      throw new IllegalArgumentException(code + " has no formula");
    }
  }

  /** A definition whose formulas stand for a quarter and for longer periods alike. */
  public IndicatorDefinition(
      String code,
      Levier levier,
      Label label,
      Unit unit,
      List<Formula> formulas,
      Breakdown breakdown,
      Direction direction,
      @Nullable Rational defaultTarget,
      Provenance provenance,
      String source,
      @Nullable Label note,
      int version,
      LocalDate validFrom) {
    this(
        code,
        levier,
        label,
        unit,
        formulas,
        formulas,
        breakdown,
        direction,
        defaultTarget,
        provenance,
        source,
        note,
        version,
        validFrom);
  }

  /** The indicator computed by hand; empty for what only the appointment ledger knows. */
  public Optional<WorkedExample> example() {
    return WorkedExamples.of(code);
  }

  /** The formula that the definition prefers. */
  public Formula mainFormula() {
    return formulas.getFirst();
  }
}
