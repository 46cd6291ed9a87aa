package fr.cadran.centres.programme.domain;

import java.time.Instant;

/**
 * The agency's own judgement of a result, in place of the indicator's (indicators.md §5).
 *
 * @param positive whether the result is positive
 * @param reason why, never blank
 * @param decidedAt when
 * @param decidedBy account that decided
 */
public record Overrule(boolean positive, String reason, Instant decidedAt, String decidedBy) {}
