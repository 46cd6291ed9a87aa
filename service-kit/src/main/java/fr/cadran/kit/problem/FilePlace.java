package fr.cadran.kit.problem;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file a fault stands.
 *
 * @param sheet name of the sheet, null in a file without sheets
 * @param line 1 for the first, null for the whole sheet
 * @param column letter of the column, null for the whole line
 */
public record FilePlace(@Nullable String sheet, @Nullable Integer line, @Nullable String column) {}
