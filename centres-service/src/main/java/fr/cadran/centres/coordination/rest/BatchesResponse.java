package fr.cadran.centres.coordination.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of batches. */
@Schema(name = "CoordinationBatches")
record BatchesResponse(
    @Schema(required = true) List<BatchResponse> items,
    @Schema(
            nullable = true,
            description = "Page suivante, null à la fin. — Next page, null at the end.")
        @Nullable String next) {}
