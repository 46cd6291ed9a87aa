package fr.cadran.centres.centre.rest;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of a centre whose place another takes. */
@Schema(name = "CentreMerger")
record CentreMergerRequest(
    @Schema(
            required = true,
            description =
                "FINESS du centre qui prend la suite. — FINESS of the centre that takes over.",
            examples = "930012352")
        @Nullable String successor,
    @Schema(
            required = true,
            description = "Dernier jour du centre absorbé. — Last day of the centre that ends.",
            examples = "2014-06-30")
        @Nullable LocalDate closedOn) {}
