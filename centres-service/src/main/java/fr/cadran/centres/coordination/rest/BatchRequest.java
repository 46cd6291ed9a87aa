package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.domain.VoletOption;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A batch to be sent. */
@Schema(name = "CoordinationBatchWish")
record BatchRequest(
    @Schema(required = true, description = "`MEDICAL` ou `DENTAL`. — Medical or dental.")
        @Nullable VoletOption volet,
    @Schema(description = "Aujourd'hui par défaut. — Today by default.", examples = "2014-06-30")
        @Nullable LocalDate sentOn) {}
