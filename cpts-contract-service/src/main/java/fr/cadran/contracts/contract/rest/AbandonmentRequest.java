package fr.cadran.contracts.contract.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a contract is given up. */
@Schema(name = "AbandonmentWish")
record AbandonmentRequest(
    @Schema(nullable = true, examples = "Projet de santé à reprendre") @Size(max = 2000) @Nullable String reason) {}
