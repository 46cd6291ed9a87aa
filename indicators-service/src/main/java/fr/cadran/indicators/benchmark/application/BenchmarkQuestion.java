package fr.cadran.indicators.benchmark.application;

import fr.cadran.indicators.benchmark.domain.Cell;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * Which distribution is asked for.
 *
 * @param indicator of which indicator
 * @param specialty of one specialty, null for the centre as a whole
 * @param quarter of which quarter, null for the last that has values
 * @param cell of which centres
 * @param centre whose position is asked for, null for none
 */
public record BenchmarkQuestion(
    IndicatorDefinition indicator,
    @Nullable String specialty,
    @Nullable Quarter quarter,
    Cell cell,
    @Nullable Finess centre) {}
