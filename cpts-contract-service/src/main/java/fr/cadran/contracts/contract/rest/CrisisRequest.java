package fr.cadran.contracts.contract.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A crisis that the ARS recognised. */
@Schema(name = "CrisisWish")
record CrisisRequest(
    @Schema(
            required = true,
            description = "Jour de la décision de l’ARS. — Day of the decision of the ARS.",
            examples = "2026-07-02")
        @NotNull LocalDate recognisedOn,
    @Schema(
            required = true,
            description = "Référence de la décision. — Reference of the decision.",
            examples = "Arrêté ARS 2026-118")
        @NotBlank @Size(max = 2000) String decision) {}
