package fr.cadran.contracts.cpts.rest;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Up to which day delays are looked at. */
@Schema(name = "DeemedValidationsDemand")
record DeemedValidationsRequest(
    @Schema(
            description =
                "Dernier jour considéré, aujourd'hui au plus et par défaut. — Last day looked at,"
                    + " today at most and by default.",
            examples = "2026-03-31")
        @Nullable LocalDate asOf) {}
