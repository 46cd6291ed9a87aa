package fr.cadran.contracts.indicator.domain;

import fr.cadran.kit.type.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of figures.
 *
 * @param from lower end, null when there is none
 * @param to upper end, null when there is none
 */
public record Interval(@Nullable Bound from, @Nullable Bound to) {
  public boolean contains(Rational value) {
    return startsAtOrBelow(value) && endsAtOrAbove(value);
  }

  /** Whether the lower end leaves this figure inside. */
  boolean startsAtOrBelow(Rational value) {
    if (from == null) {
      return true;
    }
    int order = from.at().compareTo(value);
    return order < 0 || (order == 0 && from.included());
  }

  /** Whether the upper end leaves this figure inside. */
  boolean endsAtOrAbove(Rational value) {
    if (to == null) {
      return true;
    }
    int order = to.at().compareTo(value);
    return order > 0 || (order == 0 && to.included());
  }

  /** Whether no figure is inside. */
  boolean isEmpty() {
    if (from == null || to == null) {
      return false;
    }
    int order = from.at().compareTo(to.at());
    return order > 0 || (order == 0 && !(from.included() && to.included()));
  }

  /** As French texts write it: {@code ]0.25 ; 0.5]}. */
  @Override
  public String toString() {
    String left = from == null ? "]−∞" : (from.included() ? "[" : "]") + from.at().toText();
    String right = to == null ? "+∞[" : to.at().toText() + (to.included() ? "]" : "[");
    return left + " ; " + right;
  }
}
