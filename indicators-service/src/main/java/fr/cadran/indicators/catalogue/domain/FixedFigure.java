package fr.cadran.indicators.catalogue.domain;

import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.kit.type.Rational;

/**
 * A figure that a formula reads and that nobody submits.
 *
 * @param variable its name in the formula
 * @param value exact
 * @param source who says so
 */
public record FixedFigure(Expression.Variable variable, Rational value, String source) {}
