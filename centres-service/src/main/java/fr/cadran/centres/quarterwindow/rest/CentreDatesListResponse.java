package fr.cadran.centres.quarterwindow.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the centres that have other dates for a quarter. */
@Schema(name = "CentreDatesPage")
record CentreDatesListResponse(
    @Schema(required = true) List<CentreDatesResponse> items,
    @Schema(
            nullable = true,
            description = "Page suivante, null à la fin. — Next page, null at the end.")
        @Nullable String next) {}
