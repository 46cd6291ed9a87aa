package fr.cadran.indicators.value.domain;

import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.kit.type.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A figure that was read, and where.
 *
 * @param name its name in the formula
 * @param figure which figure of the grid
 * @param path of the field in the record, for example {@code patients.passages}
 * @param specialty the row it stands in, null for a figure of the centre
 * @param value as submitted
 * @param source which record
 */
public record TracedInput(
    String name,
    Figure figure,
    String path,
    @Nullable String specialty,
    Rational value,
    RecordSource source) {}
