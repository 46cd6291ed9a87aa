package fr.cadran.centres.programme.rest;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From when to when a centre takes part. */
@Schema(name = "ParticipationDates")
record ParticipationDatesRequest(
    @Schema(required = true, examples = "2013-01-01") @Nullable LocalDate joinedOn,
    @Schema(
            description =
                "Dernier jour, null tant que le centre participe. — Last day, null while it takes"
                    + " part.",
            examples = "2014-06-30")
        @Nullable LocalDate leftOn) {}
