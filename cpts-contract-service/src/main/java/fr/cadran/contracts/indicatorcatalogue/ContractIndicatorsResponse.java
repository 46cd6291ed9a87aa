package fr.cadran.contracts.indicatorcatalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Indicators of the catalogue. */
@Schema(name = "CatalogueIndicators")
record ContractIndicatorsResponse(
    @Schema(required = true) List<ContractIndicatorResponse> items,
    @Schema(
            required = true,
            nullable = true,
            description = "Toujours nul : la liste tient sur une page. — Always null: one page.")
        @Nullable String next) {}
