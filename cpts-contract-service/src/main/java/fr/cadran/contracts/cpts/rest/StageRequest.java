package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.domain.StageEvent;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that happened to a CPTS. */
@Schema(name = "StageMove")
record StageRequest(
    @Schema(required = true, examples = "SEND_LETTRE_INTENTION") @NotNull StageEvent event,
    @Schema(description = "Jour de l'effet ; aujourd'hui par défaut. — Today by default.")
        @Nullable LocalDate on) {}
