package fr.cadran.indicators.programme.domain;

import fr.cadran.indicators.catalogue.domain.Levier;
import org.jspecify.annotations.Nullable;

/**
 * A levier that a centre retained.
 *
 * @param levier which one
 * @param status how far it has come
 * @param overrule what the agency decided about its result, null when its indicator decides
 */
public record RetainedLevier(Levier levier, LevierStatus status, @Nullable Overrule overrule) {}
