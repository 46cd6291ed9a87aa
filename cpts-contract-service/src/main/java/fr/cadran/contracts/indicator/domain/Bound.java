package fr.cadran.contracts.indicator.domain;

import fr.cadran.kit.type.Rational;

/**
 * An end of an interval, which says itself on which side it stands.
 *
 * @param at where
 * @param included whether the interval holds the bound itself
 */
public record Bound(Rational at, boolean included) {
  public static Bound including(Rational at) {
    return new Bound(at, true);
  }

  public static Bound excluding(Rational at) {
    return new Bound(at, false);
  }
}
