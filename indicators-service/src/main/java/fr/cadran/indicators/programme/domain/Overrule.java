package fr.cadran.indicators.programme.domain;

/**
 * The agency's own judgement of a result, in place of the indicator's.
 *
 * @param positive whether the result is positive
 * @param reason why, as the agency wrote it
 */
public record Overrule(boolean positive, String reason) {}
