package fr.cadran.centres.mandat.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the mandats of a centre. */
@Schema(name = "Mandats")
record MandatsResponse(
    @Schema(required = true) List<MandatResponse> items,
    @Schema(
            nullable = true,
            description = "Page suivante, null à la fin. — Next page, null at the end.")
        @Nullable String next) {}
