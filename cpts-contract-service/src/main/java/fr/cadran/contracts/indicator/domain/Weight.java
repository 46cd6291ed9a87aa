package fr.cadran.contracts.indicator.domain;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;

/** What an indicator weighs in the yearly envelope of its volet, kept exact. */
public sealed interface Weight {
  /**
   * A part of the envelope.
   *
   * @param share above 0, at most 1
   */
  record Share(Rational share) implements Weight {}

  /**
   * Euros of a full year's envelope.
   *
   * @param euros above zero
   */
  record Amount(Euros euros) implements Weight {}

  /**
   * The part of an envelope.
   *
   * @param envelope of a full year, above zero when the weight is an amount
   */
  default Rational shareOf(Euros envelope) {
    return switch (this) {
      case Share(Rational share) -> share;
      case Amount(Euros euros) -> euros.toRational().dividedBy(envelope.toRational());
    };
  }
}
