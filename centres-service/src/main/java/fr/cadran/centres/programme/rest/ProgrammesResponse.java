package fr.cadran.centres.programme.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of programmes. */
@Schema(name = "Programmes")
record ProgrammesResponse(
    @Schema(required = true) List<ProgrammeResponse> items,
    @Schema(
            nullable = true,
            description = "Page suivante, null à la fin. — Next page, null at the end.")
        @Nullable String next) {}
