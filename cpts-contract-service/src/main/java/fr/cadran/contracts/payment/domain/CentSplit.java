package fr.cadran.contracts.payment.domain;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Cents shared out so that the parts make up the whole (cpts.md §5). */
public final class CentSplit {
  private static final Rational HUNDRED = Rational.of(100);

  private CentSplit() {}

  /**
   * Exact parts as cents: each rounded down, the missing cents to the largest remainders, ties in
   * the order given.
   *
   * @param whole what the parts make up, at most as many cents away from their exact sum as there
   *     are parts
   * @param parts exact euros, not below zero
   */
  public static List<Euros> split(Euros whole, List<Rational> parts) {
    List<Rational> cents = new ArrayList<>(parts.size());
    List<Rational> remainders = new ArrayList<>(parts.size());
    Rational missing = whole.toRational().times(HUNDRED);
    for (Rational part : parts) {
      Rational exact = part.times(HUNDRED);
      Rational floor = exact.floor();
      cents.add(floor);
      remainders.add(exact.minus(floor));
      missing = missing.minus(floor);
    }
    if (missing.signum() != 0) {
      handOut(missing.numerator().intValueExact(), cents, remainders);
    }
    List<Euros> shared = new ArrayList<>(parts.size());
    for (Rational one : cents) {
      shared.add(new Euros(new BigDecimal(one.numerator(), 2)));
    }
    return shared;
  }

  private static void handOut(int missing, List<Rational> cents, List<Rational> remainders) {
    IntStream.range(0, cents.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
        .limit(missing)
        .forEach(i -> cents.set(i, cents.get(i).plus(Rational.ONE)));
  }
}
