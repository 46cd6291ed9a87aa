package fr.cadran.indicators.value.domain;

import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a centre for a quarter without its trace, for comparisons over many centres.
 *
 * @param centre of which centre
 * @param indicator code
 * @param quarter of which quarter
 * @param value exact, null when there is a missing reason
 * @param missingReason why there is no value, null when there is one
 */
public record CentreFigure(
    Finess centre,
    String indicator,
    Quarter quarter,
    @Nullable Rational value,
    @Nullable String missingReason) {}
