package fr.cadran.centres.centre.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the registry. */
@Schema(name = "Centres")
record CentresResponse(
    @Schema(required = true) List<CentreResponse> items,
    @Schema(
            nullable = true,
            description = "Page suivante, null à la fin. — Next page, null at the end.")
        @Nullable String next) {}
