package fr.cadran.indicators.catalogue.domain;

import fr.cadran.indicators.formula.domain.Expression;

/**
 * A named input of a formula: which figure, of which quarters.
 *
 * @param figure what is read
 * @param reach from which records
 */
public record Input(Figure figure, Reach reach) {
  /** The figure as the quarter's own record gives it. */
  public static Input of(Figure figure) {
    return new Input(figure, Reach.QUARTER);
  }

  /** The name in formulas, for example {@code impayesPatientsCumulTrimestrePrecedent}. */
  public String name() {
    return figure.french() + reach.suffix();
  }

  /** The input as it stands in a formula. */
  public Expression.Variable variable() {
    return new Expression.Variable(name(), figure.notation());
  }
}
