package fr.cadran.indicators.gain.domain;

import fr.cadran.indicators.formula.domain.Expression;
import java.util.List;

/**
 * The formulas that a method applies to a row.
 *
 * @param steps intermediate figures, in the order in which they are shown
 * @param gain the gain in euros, never below zero
 * @param warnings codes of what the reader must know when these formulas apply
 */
record GainFormulas(List<Step> steps, Expression gain, List<String> warnings) {
  /** A named intermediate figure. */
  record Step(String name, Expression expression) {}
}
