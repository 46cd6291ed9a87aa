package fr.cadran.indicators.gain.domain;

import fr.cadran.kit.type.Rational;

/**
 * A figure that a method reads beside the inputs.
 *
 * @param name as it stands in formulas
 * @param value exact
 * @param source the text that states it
 */
public record GainParameter(String name, Rational value, String source) {}
