package fr.cadran.centres.centre.rest;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of a centre without a successor. */
@Schema(name = "CentreClosure")
record CentreClosureRequest(
    @Schema(
            required = true,
            description = "Dernier jour d'activité. — Last day of activity.",
            examples = "2014-06-30")
        @Nullable LocalDate closedOn) {}
