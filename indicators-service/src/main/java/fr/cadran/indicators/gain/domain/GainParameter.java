package fr.cadran.indicators.gain.domain;

import fr.cadran.kit.type.Rational;

/**
 * A figure that a calculation read beside its inputs.
 *
 * @param parameter which
 * @param value exact
 * @param source the text that states it, or who gave it
 */
public record GainParameter(MethodParameter parameter, Rational value, String source) {
  /** Said of a figure that the caller gave. */
  public static final String GIVEN = "demande";
}
