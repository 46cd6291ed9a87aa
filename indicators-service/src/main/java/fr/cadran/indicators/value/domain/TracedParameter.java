package fr.cadran.indicators.value.domain;

/**
 * A choice that decided how inputs were read.
 *
 * @param name for example {@code purchases.basis}
 * @param value what it says
 * @param source where it was read
 */
public record TracedParameter(String name, String value, String source) {}
