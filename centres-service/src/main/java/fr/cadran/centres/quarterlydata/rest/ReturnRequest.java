package fr.cadran.centres.quarterlydata.rest;

import fr.cadran.centres.quarterlydata.domain.Decision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a version goes back to the centre. */
@Schema(name = "QuarterlyDataReturn")
record ReturnRequest(
    @Schema(
            required = true,
            description =
                "Ce qui est à corriger, lu par le centre et ses éditeurs ; aucune donnée"
                    + " personnelle. — What to correct, read by the centre and its editors; no"
                    + " personal data.",
            examples = "Le nombre de passages est celui du trimestre précédent.")
        @NotNull @Size(max = Decision.LONGEST_COMMENT) String comment) {}
