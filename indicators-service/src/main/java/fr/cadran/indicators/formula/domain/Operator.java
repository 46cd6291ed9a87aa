package fr.cadran.indicators.formula.domain;

import fr.cadran.kit.type.Rational;

/** The four operations, with the sign that a reader sees. */
public enum Operator {
  PLUS("+", 1) {
    @Override
    Rational apply(Rational left, Rational right) {
      return left.plus(right);
    }
  },
  MINUS("−", 1) {
    @Override
    Rational apply(Rational left, Rational right) {
      return left.minus(right);
    }
  },
  TIMES("×", 2) {
    @Override
    Rational apply(Rational left, Rational right) {
      return left.times(right);
    }
  },
  DIVIDED_BY("÷", 2) {
    @Override
    Rational apply(Rational left, Rational right) {
      return left.dividedBy(right);
    }
  };

  private final String sign;
  private final int precedence;

  Operator(String sign, int precedence) {
    this.sign = sign;
    this.precedence = precedence;
  }

  abstract Rational apply(Rational left, Rational right);

  /** The printed sign, for example {@code ÷}. */
  public String sign() {
    return sign;
  }

  int precedence() {
    return precedence;
  }

  /** Whether {@code a op (b op c)} may be printed without its parentheses. */
  boolean associates() {
    return this == PLUS || this == TIMES;
  }
}
