package fr.cadran.indicators.catalogue.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The catalogue of indicators. */
@Schema(name = "Indicators", description = "Catalogue des indicateurs. — Catalogue of indicators.")
public record IndicatorsResponse(
    @Schema(required = true) List<IndicatorResponse> items,
    @Schema(
            required = true,
            nullable = true,
            description = "Toujours nul : la liste tient sur une page. — Always null: one page.")
        @Nullable String next) {}
